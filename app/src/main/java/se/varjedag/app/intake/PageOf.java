package se.varjedag.app.intake;

import java.util.List;

/// One page of a long list. Pages are numbered from 1.
public record PageOf<T>(List<T> rows, int number, int pages, long total) {
    static <T> PageOf<T> of(List<T> rows, int number, int size, long total) {
        return new PageOf<>(List.copyOf(rows), number, (int) Math.max(1, (total + size - 1) / size), total);
    }
}
