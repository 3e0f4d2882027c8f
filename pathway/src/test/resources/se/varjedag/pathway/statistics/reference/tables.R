# What the scripts beside this one share: a table is a CSV file with one line that says how it was made.
# Every script is run in this folder: Rscript --vanilla <script>.R

# The fewest of 15 to 17 digits that give the same double again.
exactly <- function(column) {
  text <- formatC(column, digits = 17, format = "g")
  for (digits in 16:15) {
    shorter <- formatC(column, digits = digits, format = "g")
    text <- ifelse(!is.na(column) & suppressWarnings(as.numeric(shorter)) == column, shorter, text)
  }
  trimws(text)
}

write_table <- function(name, script, rows, with = "") {
  told <- paste0("# Computed by ", script, " with R ", R.version$major, ".", R.version$minor, with, ".")
  shown <- lapply(rows, function(column) if (is.numeric(column)) exactly(column) else column)
  writeLines(c(told, paste(names(rows), collapse = ","), do.call(paste, c(shown, sep = ","))), name)
}
