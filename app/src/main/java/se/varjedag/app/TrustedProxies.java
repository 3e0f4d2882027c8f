package se.varjedag.app;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.database.CannotStart;

/// Whose word is taken for who asks, and for whether it was by https: proxies on this machine, and those that
/// `VARJEDAG_PROXIES` names, by address or by net (`10.0.0.7,10.1.0.0/16`).
final class TrustedProxies {
    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1/128");
    private static final int BITS_OF_BYTE = 8;

    private TrustedProxies() {}

    /// The nets, separated by commas.
    static String nets(String named) {
        var nets = new ArrayList<>(THIS_MACHINE);
        for (var part : named.split(",", -1)) {
            if (!part.isBlank()) {
                nets.add(net(part.strip()));
            }
        }
        return String.join(",", nets);
    }

    private static String net(String part) {
        var slash = part.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? part : part.substring(0, slash));
            int most = address.getAddress().length * BITS_OF_BYTE;
            int bits = slash < 0 ? most : Integer.parseInt(part.substring(slash + 1));
            if (bits >= 0 && bits <= most) {
                return address.getHostAddress() + "/" + bits;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for a net of impossible width.
        }
        throw new CannotStart(
                "VARJEDAG_PROXIES has '%s': write addresses or nets with commas between, such as 10.0.0.7,10.1.0.0/16."
                        .formatted(part));
    }
}
