// Preloaded into the program, it makes one of the program's changes to the file system go wrong, always the same one.
//
// The changes are counted: making and removing files and folders, renaming, writing to files, cutting them. FAULT_AT
// is the number of the change that goes wrong, from 1, and FAULT_ERROR what happens to it:
//
//   0       the program is killed before the change, or in the middle of it if it writes
//   NUMBER  the change fails with this error number, and so do all later ones; with ENOSPC those that need space
//
// FAULT_COUNT names a file for the number of changes. Where FAULT_FOLDER is set, only changes below it count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long changes;
static long fault_at;
static int fault_error;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("FAULT_AT");
  const char *error = getenv("FAULT_ERROR");
  fault_at = at ? atol(at) : LONG_MAX;
  fault_error = error ? atoi(error) : 0;
  folder = getenv("FAULT_FOLDER");
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld", atomic_load(&changes));
  fclose(file);
}

// Whether an open file or folder, or a path from an open folder, is one of those that are watched.
static int is_watched(int number, const char *path) {
  if (!folder) return 1;
  char link[64], found[PATH_MAX];
  if (path && path[0] == '/') return strncmp(path, folder, strlen(folder)) == 0;
  if (number == AT_FDCWD) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", number);
  ssize_t length = readlink(link, found, sizeof found - 1);
  if (length < 0) return 0;
  found[length] = 0;
  return strncmp(found, folder, strlen(folder)) == 0;
}

// Counts a change. Whether it has to fail, with errno set; a change that is to be killed doesn't return unless it
// writes, as that is killed half-way.
static int fails(int number, const char *path, int takes_space, int *is_killed) {
  if (!is_watched(number, path)) return 0;
  long change = atomic_fetch_add(&changes, 1) + 1;
  if (change < fault_at) return 0;
  if (fault_error == 0) {
    if (!is_killed) raise(SIGKILL);
    return *is_killed = 1;
  }
  if (fault_error == ENOSPC && !takes_space) return 0;
  errno = fault_error;
  return 1;
}

#define ORIGINAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int open_at(int number, const char *path, int flags, mode_t mode) {
  static int (*original)(int, const char *, int, ...);
  if (!original) original = ORIGINAL(openat);
  int makes = (flags & O_CREAT) && faccessat(number, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
  int changes = makes || (fault_error && fault_error != ENOSPC && (flags & O_ACCMODE) != O_RDONLY);
  return changes && fails(number, path, makes, NULL) ? -1 : original(number, path, flags, mode);
}

static mode_t mode_of(int flags, va_list *arguments) { return flags & O_CREAT ? va_arg(*arguments, mode_t) : 0; }

#define OPEN_AT(name)                                        \
  int name(int number, const char *path, int flags, ...) {   \
    va_list arguments;                                       \
    va_start(arguments, flags);                              \
    mode_t mode = mode_of(flags, &arguments);                \
    va_end(arguments);                                       \
    return open_at(number, path, flags, mode);               \
  }
#define OPEN(name)                                           \
  int name(const char *path, int flags, ...) {               \
    va_list arguments;                                       \
    va_start(arguments, flags);                              \
    mode_t mode = mode_of(flags, &arguments);                \
    va_end(arguments);                                       \
    return open_at(AT_FDCWD, path, flags, mode);             \
  }
OPEN_AT(openat)
OPEN_AT(openat64)
OPEN(open)
OPEN(open64)

ssize_t write(int number, const void *bytes, size_t count) {
  static ssize_t (*original)(int, const void *, size_t);
  if (!original) original = ORIGINAL(write);
  struct stat status;
  int is_killed = 0;
  if (fstat(number, &status) == 0 && S_ISREG(status.st_mode) && number > 2 && fails(number, NULL, 1, &is_killed)) {
    if (!is_killed && fault_error != ENOSPC) return -1;
    // A full disk and a kill both leave the first half.
    ssize_t half = count / 2 > 0 ? original(number, bytes, count / 2) : 0;
    if (is_killed) raise(SIGKILL);
    static atomic_flag is_halved = ATOMIC_FLAG_INIT;
    if (half > 0 && !atomic_flag_test_and_set(&is_halved)) return half;
    errno = fault_error;
    return -1;
  }
  return original(number, bytes, count);
}

int mkdirat(int number, const char *path, mode_t mode) {
  if (faccessat(number, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0 && fails(number, path, 1, NULL)) return -1;
  return ORIGINAL(mkdirat)(number, path, mode);
}

int mkdir(const char *path, mode_t mode) {
  if (access(path, F_OK) != 0 && fails(AT_FDCWD, path, 1, NULL)) return -1;
  return ORIGINAL(mkdir)(path, mode);
}

int renameat(int number, const char *path, int other_number, const char *other) {
  return fails(other_number, other, 0, NULL) ? -1 : ORIGINAL(renameat)(number, path, other_number, other);
}

int unlinkat(int number, const char *path, int flags) {
  if (faccessat(number, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0 && fails(number, path, 0, NULL)) return -1;
  return ORIGINAL(unlinkat)(number, path, flags);
}

int ftruncate(int number, off_t length) {
  return fails(number, NULL, 0, NULL) ? -1 : ORIGINAL(ftruncate)(number, length);
}

int ftruncate64(int number, off64_t length) {
  return fails(number, NULL, 0, NULL) ? -1 : ORIGINAL(ftruncate64)(number, length);
}
