/* A library to preload: the system calls of a program fail, or the world changes, at the call that was named.

   FAULTS is a list of 'CALL:NUMBER:EFFECT' separated by blanks. CALL is open, list, read, write, sync,
   rename or clock; NUMBER counts calls that concern files below FAULTS_BELOW, and not below FAULTS_EXCEPT,
   from 1, and 0 means all of them. EFFECT is an error's number, or a word:

     sigint sigterm    the program gets that signal, and the call goes on
     shrink grow remove   the file loses all it has, gets 4 KB more, or is removed, and the call goes on
     starve            the program gets no more memory than it has, and the call goes on
     jump              the clock goes ten years back at every second call */

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum call { OPEN, LIST, READ, WRITE, SYNC, RENAME, CLOCK, CALLS };
static const char *const names[CALLS] = {"open", "list", "read", "write", "sync", "rename", "clock"};
static atomic_int counts[CALLS];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int begins(const char *path, const char *variable) {
  const char *folder = getenv(variable);
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_below(const char *path) {
  return begins(path, "FAULTS_BELOW") && !begins(path, "FAULTS_EXCEPT");
}

static const char *path_of(int descriptor, char *room, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, room, size - 1);
  room[count < 0 ? 0 : count] = 0;
  return room;
}

static void grow(const char *path) {
  static const char text[4096] = "more";
  int descriptor = REAL(open)(path, O_WRONLY | O_APPEND);
  if (descriptor < 0) return;
  (void)!REAL(write)(descriptor, text, sizeof text);
  close(descriptor);
}

/* To the thread that calls, even where it blocks signals as those of a pool do: the handler has run before the
   call goes on. Any other thread might be left to run late. */
static void signal_here(int number) {
  sigset_t signals, before;
  sigemptyset(&signals);
  sigaddset(&signals, number);
  pthread_sigmask(SIG_UNBLOCK, &signals, &before);
  raise(number);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void starve(void) {
  struct rlimit limit = {1, 1};
  setrlimit(RLIMIT_AS, &limit);
  /* The allocator has reserved addresses that it may not make memory of, either. */
  setrlimit(RLIMIT_DATA, &limit);
}

/* The error that a call has, or 0; what else the fault does is done. Effects at one call come in their order. */
static int fault(enum call call, const char *path) {
  const char *list = getenv("FAULTS");
  if (!list || (call != CLOCK && !is_below(path))) return 0;
  int number = ++counts[call];
  char copy[512], *rest = copy, *item;
  snprintf(copy, sizeof copy, "%s", list);
  while ((item = strsep(&rest, " "))) {
    char name[16], effect[16];
    int wanted;
    if (sscanf(item, "%15[^:]:%d:%15s", name, &wanted, effect) != 3) continue;
    if (strcmp(name, names[call]) != 0 || (wanted != 0 && wanted != number)) continue;
    if (strcmp(effect, "sigint") == 0) signal_here(SIGINT);
    else if (strcmp(effect, "sigterm") == 0) signal_here(SIGTERM);
    else if (strcmp(effect, "shrink") == 0) (void)!truncate(path, 0);
    else if (strcmp(effect, "grow") == 0) grow(path);
    else if (strcmp(effect, "remove") == 0) unlink(path);
    else if (strcmp(effect, "starve") == 0) starve();
    else if (strcmp(effect, "jump") == 0) return number % 2;
    else return atoi(effect);
  }
  return 0;
}

#define FAIL_IF(call, path, result) \
  do { int error = fault(call, path); if (error) { errno = error; return result; } } while (0)

int openat(int folder, const char *name, int flags, ...) {
  char room[4096], path[8192];
  if (name[0] == '/') snprintf(path, sizeof path, "%s", name);
  else snprintf(path, sizeof path, "%s/%s", path_of(folder, room, sizeof room), name);
  FAIL_IF(OPEN, path, -1);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return REAL(openat)(folder, name, flags, mode);
}

int open(const char *name, int flags, ...) {
  FAIL_IF(OPEN, name, -1);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return REAL(open)(name, flags, mode);
}

struct dirent *readdir(DIR *folder) {
  char room[4096];
  FAIL_IF(LIST, path_of(dirfd(folder), room, sizeof room), NULL);
  return REAL(readdir)(folder);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  char room[4096];
  FAIL_IF(READ, path_of(descriptor, room, sizeof room), -1);
  return REAL(read)(descriptor, bytes, count);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  char room[4096];
  FAIL_IF(READ, path_of(descriptor, room, sizeof room), -1);
  return REAL(pread)(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  char room[4096];
  FAIL_IF(WRITE, path_of(descriptor, room, sizeof room), -1);
  return REAL(write)(descriptor, bytes, count);
}

int fsync(int descriptor) {
  char room[4096];
  FAIL_IF(SYNC, path_of(descriptor, room, sizeof room), -1);
  return REAL(fsync)(descriptor);
}

int rename(const char *old, const char *new) {
  FAIL_IF(RENAME, new, -1);
  return REAL(rename)(old, new);
}

static const time_t ten_years = 10 * 365 * 24 * 3600;

time_t time(time_t *place) {
  time_t now = REAL(time)(NULL) - (fault(CLOCK, NULL) ? ten_years : 0);
  if (place) *place = now;
  return now;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = REAL(clock_gettime)(clock, now);
  if (result == 0 && now->tv_sec > ten_years && fault(CLOCK, NULL)) now->tv_sec -= ten_years;
  return result;
}
