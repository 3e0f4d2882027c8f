package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// A form that breaks off or is put together wrongly is the sender's mistake, not ours.
@ControllerAdvice
class BrokenForms {

    @ExceptionHandler(MultipartException.class)
    void broken(MultipartException why, HttpServletResponse response) throws IOException {
        response.sendError(
                why instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }
}
