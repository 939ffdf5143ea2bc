/* Workbooks of plain tables through libxlsxwriter.

   The library is loaded at the first use with dlopen, so that a program that links this pays nothing
   until it asks, and builds without the library's headers. It writes to a file by name; here that file
   is in memory where the system can do that, else in the folder for temporary files, and gone after. */

#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stddef.h>
#include <stdint.h>

/* Loads libxlsxwriter once. NULL when it is there, else words that say what to install. */
const char *cx_load(void);

typedef struct cx_book cx_book;
typedef struct cx_sheet cx_sheet;

/* A new workbook; NULL where no file could be made. The time of making is in seconds since 1970. */
cx_book *cx_book_new(const char *title, const char *author, int64_t created);

/* A new sheet with frozen first row; NULL where the name is taken or not allowed. */
cx_sheet *cx_sheet_new(cx_book *book, const char *name);

/* How a text looks. */
typedef enum { CX_PLAIN = 0, CX_HEADER, CX_WRAPPED, CX_ERROR, CX_WARNING, CX_GOOD } cx_look;

void cx_sheet_column(cx_sheet *sheet, uint16_t column, double width);
/* Rows and columns count from 0. A text is never a formula. 0 where it was written. */
int cx_sheet_text(cx_sheet *sheet, uint32_t row, uint16_t column, const char *text, cx_look look);
int cx_sheet_number(cx_sheet *sheet, uint32_t row, uint16_t column, double number);
/* Filters over all columns, down to the last row. */
void cx_sheet_filter(cx_sheet *sheet, uint32_t last_row, uint16_t last_column);

/* Finishes the workbook and hands over its bytes, to be freed with cx_free; frees the book in any case.
   NULL when all went well, else what the library says. */
const char *cx_book_close(cx_book *book, void **bytes, size_t *size);
void cx_free(void *bytes);

#endif
