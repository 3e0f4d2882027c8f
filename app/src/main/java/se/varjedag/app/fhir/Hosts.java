package se.varjedag.app.fhir;

import java.net.InetAddress;
import java.util.Locale;

/// Names of hosts that requests come by.
final class Hosts {
    private static final String LOCAL = "localhost";

    private Hosts() {}

    /// Whether a host is this machine or an address in figures: neither can be made to lead elsewhere by who owns a
    /// name.
    static boolean isThisMachineOrNumber(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals(LOCAL) || name.endsWith("." + LOCAL)) {
            return true;
        }
        try {
            InetAddress.ofLiteral(
                    name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
