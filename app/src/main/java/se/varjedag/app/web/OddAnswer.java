package se.varjedag.app.web;

import org.springframework.http.HttpStatus;

/// What an interface for programs says of a request that the server cannot take at all, in place of a page.
public interface OddAnswer {
    /// Whether it speaks for an address, which is as it was sent: nothing in it has been decoded.
    boolean isFor(String address);

    /// The type of the content, with its character set.
    String type();

    /// The content.
    byte[] of(HttpStatus status);
}
