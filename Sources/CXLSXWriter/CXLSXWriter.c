#define _GNU_SOURCE
#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

/* MARK: loading */

/* The library's document properties, the same in every version since 0.5. */
struct properties {
  const char *title, *subject, *author, *manager, *company, *category, *keywords, *comments, *status, *base;
  time_t created;
};

static struct {
  void *(*workbook_new)(const char *);
  void *(*workbook_add_worksheet)(void *, const char *);
  void *(*workbook_add_format)(void *);
  uint8_t (*workbook_set_properties)(void *, struct properties *);
  uint8_t (*workbook_close)(void *);
  uint8_t (*worksheet_write_string)(void *, uint32_t, uint16_t, const char *, void *);
  uint8_t (*worksheet_write_number)(void *, uint32_t, uint16_t, double, void *);
  uint8_t (*worksheet_set_column)(void *, uint16_t, uint16_t, double, void *);
  uint8_t (*worksheet_autofilter)(void *, uint32_t, uint16_t, uint32_t, uint16_t);
  void (*worksheet_freeze_panes)(void *, uint32_t, uint16_t);
  void (*format_set_bold)(void *);
  void (*format_set_text_wrap)(void *);
  void (*format_set_align)(void *, uint8_t);
  void (*format_set_bg_color)(void *, uint32_t);
  void (*format_set_font_color)(void *, uint32_t);
  char *(*lxw_strerror)(int);
} xlsx;

static const char *load_error = NULL;

static void load(void) {
  static const char *const names[] = {
      "libxlsxwriter.so.4", "libxlsxwriter.so.5", "libxlsxwriter.so.6", "libxlsxwriter.so.7",
      "libxlsxwriter.so.8", "libxlsxwriter.so.9", "libxlsxwriter.so.10", "libxlsxwriter.so",
      "libxlsxwriter.dylib", "/opt/homebrew/lib/libxlsxwriter.dylib", "/usr/local/lib/libxlsxwriter.dylib",
      NULL};
  void *library = NULL;
  for (int index = 0; names[index] && !library; index++) library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    load_error = "libxlsxwriter isn't installed; install Debian's 'libxlsxwriter-dev', Fedora's "
                 "'libxlsxwriter' or Homebrew's 'libxlsxwriter', or write the CSV formats";
    return;
  }
#define FIND(member)                                                                     \
  if (!(*(void **)&xlsx.member = dlsym(library, #member))) {                             \
    load_error = "the libxlsxwriter that is installed has no '" #member "'; install a newer one"; \
    return;                                                                              \
  }
  FIND(workbook_new) FIND(workbook_add_worksheet) FIND(workbook_add_format) FIND(workbook_set_properties)
  FIND(workbook_close) FIND(worksheet_write_string) FIND(worksheet_write_number) FIND(worksheet_set_column)
  FIND(worksheet_autofilter) FIND(worksheet_freeze_panes) FIND(format_set_bold) FIND(format_set_text_wrap)
  FIND(format_set_align) FIND(format_set_bg_color) FIND(format_set_font_color) FIND(lxw_strerror)
#undef FIND
}

const char *cx_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return load_error;
}

/* MARK: books */

enum { LOOKS = CX_GOOD + 1, ALIGN_TOP = 8 };

struct cx_sheet {
  void *raw;
  cx_book *book;
  cx_sheet *next;
};

struct cx_book {
  void *raw;
  void *looks[LOOKS];
  cx_sheet *sheets;
  int file;
  int is_named;
  char path[64];
};

/* A file that the library can open by name. */
static int open_file(cx_book *book) {
#ifdef __linux__
  book->file = memfd_create("workbook", MFD_CLOEXEC);
  if (book->file >= 0) {
    snprintf(book->path, sizeof book->path, "/proc/self/fd/%d", book->file);
    if (access(book->path, W_OK) == 0) return 1;
    close(book->file);
  }
#endif
  strcpy(book->path, "/tmp/chatsunset-workbook-XXXXXX");
  book->file = mkstemp(book->path);
  book->is_named = book->file >= 0;
  return book->is_named;
}

static void close_file(cx_book *book) {
  if (book->is_named) unlink(book->path);
  close(book->file);
}

static void *look(cx_book *book, cx_look look) {
  if (look == CX_PLAIN || book->looks[look]) return book->looks[look];
  void *format = xlsx.workbook_add_format(book->raw);
  xlsx.format_set_align(format, ALIGN_TOP);
  switch (look) {
    case CX_HEADER:
      xlsx.format_set_bold(format);
      xlsx.format_set_bg_color(format, 0xDFF0F4);
      break;
    case CX_ERROR: xlsx.format_set_font_color(format, 0xB0261D); break;
    case CX_WARNING: xlsx.format_set_font_color(format, 0x7D5200); break;
    case CX_GOOD: xlsx.format_set_font_color(format, 0x1C6B3F); break;
    default: xlsx.format_set_text_wrap(format);
  }
  return book->looks[look] = format;
}

cx_book *cx_book_new(const char *title, const char *author, int64_t created) {
  cx_book *book = calloc(1, sizeof *book);
  if (!book || !open_file(book)) {
    free(book);
    return NULL;
  }
  book->raw = xlsx.workbook_new(book->path);
  if (!book->raw) {
    close_file(book);
    free(book);
    return NULL;
  }
  struct properties properties = {.title = title, .author = author, .created = (time_t)created};
  xlsx.workbook_set_properties(book->raw, &properties);
  return book;
}

/* MARK: sheets */

cx_sheet *cx_sheet_new(cx_book *book, const char *name) {
  void *raw = xlsx.workbook_add_worksheet(book->raw, name);
  cx_sheet *sheet = raw ? calloc(1, sizeof *sheet) : NULL;
  if (!sheet) return NULL;
  *sheet = (cx_sheet){.raw = raw, .book = book, .next = book->sheets};
  book->sheets = sheet;
  xlsx.worksheet_freeze_panes(raw, 1, 0);
  return sheet;
}

void cx_sheet_column(cx_sheet *sheet, uint16_t column, double width) {
  xlsx.worksheet_set_column(sheet->raw, column, column, width, NULL);
}

int cx_sheet_text(cx_sheet *sheet, uint32_t row, uint16_t column, const char *text, cx_look as) {
  return xlsx.worksheet_write_string(sheet->raw, row, column, text, look(sheet->book, as));
}

int cx_sheet_number(cx_sheet *sheet, uint32_t row, uint16_t column, double number) {
  return xlsx.worksheet_write_number(sheet->raw, row, column, number, NULL);
}

void cx_sheet_filter(cx_sheet *sheet, uint32_t last_row, uint16_t last_column) {
  xlsx.worksheet_autofilter(sheet->raw, 0, 0, last_row, last_column);
}

/* MARK: the end */

/* Everything the library wrote. It opened the file anew, so this descriptor still stands at the start. */
static const char *read_all(int file, void **bytes, size_t *size) {
  struct stat status;
  if (fstat(file, &status) != 0 || status.st_size <= 0) return "the finished workbook can't be read";
  char *buffer = malloc((size_t)status.st_size);
  if (!buffer) return "no memory for the finished workbook";
  size_t done = 0;
  while (done < (size_t)status.st_size) {
    ssize_t count = pread(file, buffer + done, (size_t)status.st_size - done, (off_t)done);
    if (count <= 0) {
      free(buffer);
      return "the finished workbook can't be read";
    }
    done += (size_t)count;
  }
  *bytes = buffer;
  *size = done;
  return NULL;
}

/* The library closed a file of this name and may have made a new one, so a named file is opened again. */
static const char *read_back(cx_book *book, void **bytes, size_t *size) {
  if (book->is_named) {
    FILE *again = fopen(book->path, "rb");
    if (!again) return "the finished workbook can't be read";
    const char *error = read_all(fileno(again), bytes, size);
    fclose(again);
    return error;
  }
  return read_all(book->file, bytes, size);
}

const char *cx_book_close(cx_book *book, void **bytes, size_t *size) {
  *bytes = NULL;
  *size = 0;
  int code = xlsx.workbook_close(book->raw);
  const char *error = code ? xlsx.lxw_strerror(code) : read_back(book, bytes, size);
  close_file(book);
  for (cx_sheet *sheet = book->sheets, *next; sheet; sheet = next) {
    next = sheet->next;
    free(sheet);
  }
  free(book);
  return error;
}

void cx_free(void *bytes) { free(bytes); }
