#ifndef FOLDER_LIST_H
#define FOLDER_LIST_H

#include <sys/types.h>

// The GNU C library has it from 2.30 on and shows it to those who ask for its extensions, which Swift's module of
// the library doesn't.
#if defined(__linux__)
ssize_t getdents64(int descriptor, void *buffer, size_t length);
#endif

#endif
