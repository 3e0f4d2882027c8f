package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;

/// Who may send files, as the limits of what is sent need to know it. The module that knows people implements it.
public interface FileSenders {

    /// Whether the address of a request takes files, and who sends it may send them there. Asked before the request has
    /// come to any door, and without reading its body.
    boolean maySend(HttpServletRequest request);
}
