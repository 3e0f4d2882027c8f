package se.varjedag.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.web.FileSenders;

/// Lets files come from who may send them to their address, as what she acts as.
@Component
class FilesFromAccount implements FileSenders {
    private final SignedIn signedIn;
    private final Routes routes;

    FilesFromAccount(SignedIn signedIn, Routes routes) {
        this.signedIn = signedIn;
        this.routes = routes;
    }

    @Override
    public boolean maySend(HttpServletRequest request) {
        return routes.permissionOfFiles(request.getServletPath())
                .flatMap(asked -> signedIn.inSession(request).filter(acting -> acting.may(asked)))
                .isPresent();
    }
}
