/// Event files as Parquet. An optional part: it needs the DuckDB driver on the classpath. Read [ParquetFile].
@NullMarked
package se.varjedag.eventlog.parquet;

import org.jspecify.annotations.NullMarked;
