// The bare cost of a site's files: reads a finished tree into memory, then writes the same bytes to the same paths of
// another folder, on as many threads as asked for, and prints how long the writing took.
//
//     bare_writer FROM TO THREADS    ->  {"wall": seconds, "cpu": seconds, "files": count}
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

static struct entry *files, *folders;
static size_t file_count, folder_count, root_length;
static atomic_size_t next_file;

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

static void read_file(const char *path, struct entry *entry, size_t size) {
  int file = open(path, O_RDONLY);
  entry->bytes = malloc(size + 1);
  if (file < 0 || !entry->bytes) fail(path);
  ssize_t done;
  while (entry->count < size && (done = read(file, entry->bytes + entry->count, size - entry->count)) > 0)
    entry->count += (size_t)done;
  close(file);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
  if (kind == FTW_D && place->level > 0) add(&folders, &folder_count, path);
  if (kind == FTW_F) {
    add(&files, &file_count, path);
    read_file(path, &files[file_count - 1], (size_t)status->st_size);
  }
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
  for (size_t start; (start = atomic_fetch_add(&next_file, chunk)) < file_count;)
    for (size_t index = start; index < start + chunk && index < file_count; index++) write_file(&files[index]);
  return unused;
}

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  root_length = strlen(arguments[1]) + 1;
  if (nftw(arguments[1], visit, 64, FTW_PHYS)) fail(arguments[1]);
  if (mkdir(arguments[2], 0777) || chdir(arguments[2])) fail(arguments[2]);
  double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (size_t index = 0; index < folder_count; index++)
    if (mkdir(folders[index].path, 0777)) fail(folders[index].path);
  int threads = atoi(arguments[3]);
  pthread_t workers[64];
  for (int index = 0; index < threads && index < 64; index++) pthread_create(&workers[index], NULL, write_files, NULL);
  for (int index = 0; index < threads && index < 64; index++) pthread_join(workers[index], NULL);
  wall = seconds(CLOCK_MONOTONIC) - wall, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  printf("{\"wall\": %f, \"cpu\": %f, \"files\": %zu}\n", wall, cpu, file_count);
  return 0;
}
