// The bare cost of a site's files: writes the bytes of a finished tree to the same paths of another folder, on as many
// threads as asked for, and prints how long the writing took. The bytes are read into memory before, a batch after the
// other, which does not count. Where both trees would not fit into memory, `move` takes each file away once it is read.
//
//     bare_writer copy|move FROM TO THREADS    ->  {"wall": seconds, "cpu": seconds, "files": count}
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry {
  char *path;
  char *bytes;
  size_t count;
};

static const size_t batch_bytes = 512 << 20;

static struct entry *files, *folders;
static size_t file_count, folder_count, root_length, batch_end;
static atomic_size_t next_file;
static double wall, cpu;

static void fail(const char *what) {
  perror(what);
  exit(2);
}

static void add(struct entry **list, size_t *count, const char *path) {
  if ((*count & (*count - 1)) == 0) {
    *list = realloc(*list, sizeof **list * (*count ? *count * 2 : 1));
    if (!*list) fail("realloc");
  }
  (*list)[(*count)++] = (struct entry){strdup(path + root_length), NULL, 0};
}

static void read_file(int root, struct entry *entry) {
  int file = openat(root, entry->path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(entry->path);
  entry->bytes = malloc((size_t)status.st_size + 1);
  if (!entry->bytes) fail("malloc");
  ssize_t done;
  while ((done = read(file, entry->bytes + entry->count, (size_t)status.st_size - entry->count)) > 0)
    entry->count += (size_t)done;
  close(file);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  if (kind == FTW_D && place->level > 0) add(&folders, &folder_count, path);
  if (kind == FTW_F) add(&files, &file_count, path);
  return 0;
}

static void write_file(const struct entry *entry) {
  int file = open(entry->path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (file < 0) fail(entry->path);
  for (size_t done = 0; done < entry->count;) {
    ssize_t step = write(file, entry->bytes + done, entry->count - done);
    if (step < 0) fail(entry->path);
    done += (size_t)step;
  }
  close(file);
}

static void *write_files(void *unused) {
  const size_t chunk = 64;
  for (size_t start; (start = atomic_fetch_add(&next_file, chunk)) < batch_end;)
    for (size_t index = start; index < start + chunk && index < batch_end; index++) write_file(&files[index]);
  return unused;
}

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void count_time(double sign) {
  wall += sign * seconds(CLOCK_MONOTONIC);
  cpu += sign * seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void make_folders(void) {
  count_time(-1);
  for (size_t index = 0; index < folder_count; index++)
    if (mkdir(folders[index].path, 0777)) fail(folders[index].path);
  count_time(1);
}

// Reads files until a batch is full, and gives the place behind the last one.
static size_t read_batch(int root, size_t start, int moves) {
  size_t index = start;
  for (size_t bytes = 0; index < file_count && bytes < batch_bytes; index++) {
    read_file(root, &files[index]);
    bytes += files[index].count;
    if (moves && unlinkat(root, files[index].path, 0)) fail(files[index].path);
  }
  return index;
}

static void write_batch(size_t start, int threads) {
  pthread_t workers[64];
  next_file = start;
  count_time(-1);
  for (int index = 0; index < threads; index++) pthread_create(&workers[index], NULL, write_files, NULL);
  for (int index = 0; index < threads; index++) pthread_join(workers[index], NULL);
  count_time(1);
  for (size_t index = start; index < batch_end; index++) free(files[index].bytes);
}

int main(int count, char **arguments) {
  if (count != 5) return 64;
  const char *from = arguments[2], *to = arguments[3];
  int moves = !strcmp(arguments[1], "move"), threads = atoi(arguments[4]);
  if (threads < 1 || threads > 64) return 64;
  root_length = strlen(from) + 1;
  int root = open(from, O_RDONLY | O_DIRECTORY);
  if (root < 0 || nftw(from, visit, 64, FTW_PHYS)) fail(from);
  if (mkdir(to, 0777) || chdir(to)) fail(to);
  make_folders();
  for (size_t start = 0; start < file_count; start = batch_end) {
    batch_end = read_batch(root, start, moves);
    write_batch(start, threads);
  }
  printf("{\"wall\": %f, \"cpu\": %f, \"files\": %zu}\n", wall, cpu, file_count);
  return 0;
}
