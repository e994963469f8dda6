/* Stands between a program and the disk, by LD_PRELOAD: writes down what happens to the files below one folder, or lets
 * calls fail. What it never does is change bytes.
 *
 * POWERCUT_FOLDER  the folder
 * POWERCUT_LOG     where to write down: records of a letter, the length of a path (2 bytes), an offset and a length
 *                  (8 bytes each), the path, the bytes. W write, T cut to a length, S sync, C new file, R rename and
 *                  L second name (the other path stands as bytes), U name gone, A bytes on the standard output
 * POWERCUT_FAIL    what fails: `enospc`, `eio`, or `short` for writes of half of what was asked
 * POWERCUT_AT, POWERCUT_FOR
 *                  the first call that fails, counted from 1, and how many do
 * POWERCUT_HITS    where a letter is written for each call that failed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[1024];
static int record_file = -1, hits_file = -1, kind;
static long first, calls_to_fail, calls;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_truncate)(int, off64_t), (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *), (*real_link)(const char *, const char *);
static int (*real_linkat)(int, const char *, int, const char *, int);
static int (*real_open)(const char *, int, ...), (*real_openat)(int, const char *, int, ...);

static int open_for(const char *variable) {
    const char *path = getenv(variable);
    return path ? real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
}

static long number(const char *variable) {
    const char *text = getenv(variable);
    return text ? atol(text) : 0;
}

__attribute__((constructor)) static void start(void) {
    if (real_write) return;
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_link = dlsym(RTLD_NEXT, "link");
    real_linkat = dlsym(RTLD_NEXT, "linkat");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    real_write = dlsym(RTLD_NEXT, "write");
    const char *below = getenv("POWERCUT_FOLDER"), *fail = getenv("POWERCUT_FAIL");
    if (below) snprintf(folder, sizeof folder, "%s", below);
    record_file = open_for("POWERCUT_LOG");
    hits_file = open_for("POWERCUT_HITS");
    kind = !fail ? 0 : !strcmp(fail, "enospc") ? ENOSPC : !strcmp(fail, "eio") ? EIO : -1;
    first = number("POWERCUT_AT");
    calls_to_fail = number("POWERCUT_FOR");
}

static int ours(const char *path) {
    size_t length = strlen(folder);
    return length && path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

/* The path of an open file, if it is one of ours. */
static const char *path_of(int fd, char *path, size_t size) {
    char link[64];
    if (fd < 0 || fd == record_file || fd == hits_file) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return ours(path) && !strstr(path, " (deleted)") ? path : 0;
}

static void put(const void *bytes, size_t length) {
    while (length) {
        ssize_t done = real_write(record_file, bytes, length);
        if (done <= 0) abort();
        bytes = (const char *)bytes + done;
        length -= done;
    }
}

static void record(char what, const char *path, uint64_t offset, uint64_t length, const void *bytes) {
    if (record_file < 0) return;
    int kept = errno;
    char head[19];
    uint16_t path_length = strlen(path);
    head[0] = what;
    memcpy(head + 1, &path_length, 2);
    memcpy(head + 3, &offset, 8);
    memcpy(head + 11, &length, 8);
    pthread_mutex_lock(&order);
    put(head, sizeof head);
    put(path, path_length);
    if (bytes) put(bytes, length);
    pthread_mutex_unlock(&order);
    errno = kept;
}

/* Whether this call fails; of those that cannot be short, only with an error. */
static int fails(int can_be_short) {
    if (!kind || (kind == -1 && !can_be_short)) return 0;
    pthread_mutex_lock(&order);
    long call = ++calls;
    pthread_mutex_unlock(&order);
    if (call < first || call >= first + calls_to_fail) return 0;
    if (hits_file >= 0 && real_write(hits_file, "x", 1) != 1) abort();
    errno = kind == -1 ? 0 : kind;
    return 1;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    start();
    char buffer[1200];
    const char *path = path_of(fd, buffer, sizeof buffer);
    if (fd == 1) {
        ssize_t done = real_write(fd, bytes, length);
        if (done > 0) record('A', "", 0, done, bytes);
        return done;
    }
    if (!path) return real_write(fd, bytes, length);
    if (fails(1)) {
        if (kind != -1) return -1;
        length = length / 2;
        if (!length) return 0;
    }
    struct stat state;
    off64_t at = fcntl(fd, F_GETFL) & O_APPEND ? (fstat(fd, &state), state.st_size) : lseek64(fd, 0, SEEK_CUR);
    ssize_t done = real_write(fd, bytes, length);
    if (done > 0) record('W', path, at, done, bytes);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    start();
    char buffer[1200];
    const char *path = path_of(fd, buffer, sizeof buffer);
    if (path && fails(1)) {
        if (kind != -1) return -1;
        length = length / 2;
        if (!length) return 0;
    }
    ssize_t done = real_pwrite(fd, bytes, length, at);
    if (path && done > 0) record('W', path, at, done, bytes);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

static int synced(int fd, int (*real)(int)) {
    char buffer[1200];
    const char *path = path_of(fd, buffer, sizeof buffer);
    if (path && fails(0)) return -1;
    int done = real(fd);
    if (path && !done) record('S', path, 0, 0, 0);
    return done;
}

int fsync(int fd) { start(); return synced(fd, real_fsync); }

int fdatasync(int fd) { start(); return synced(fd, real_fdatasync); }

int ftruncate64(int fd, off64_t length) {
    start();
    char buffer[1200];
    const char *path = path_of(fd, buffer, sizeof buffer);
    if (path && fails(0)) return -1;
    int done = real_truncate(fd, length);
    if (path && !done) record('T', path, length, 0, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
    start();
    int done = real_unlink(path);
    if (!done && ours(path)) record('U', path, 0, 0, 0);
    return done;
}

int rename(const char *from, const char *to) {
    start();
    if (ours(from) && fails(0)) return -1;
    int done = real_rename(from, to);
    if (!done && ours(from)) record('R', from, 0, strlen(to), to);
    return done;
}

int link(const char *from, const char *to) {
    start();
    int done = real_link(from, to);
    if (!done && ours(from)) record('L', from, 0, strlen(to), to);
    return done;
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    start();
    int done = real_linkat(from_folder, from, to_folder, to, flags);
    if (!done && ours(from)) record('L', from, 0, strlen(to), to);
    return done;
}

/* A file that is made or emptied by opening it. */
static int opened(int folder_fd, const char *path, int flags, mode_t mode) {
    struct stat state;
    int watched = ours(path) && (flags & (O_CREAT | O_TRUNC)) && (flags & O_ACCMODE) != O_RDONLY;
    int known = watched && !stat(path, &state);
    if (watched && (flags & O_CREAT) && !known && fails(0)) return -1;
    int fd = folder_fd == AT_FDCWD ? real_open(path, flags, mode) : real_openat(folder_fd, path, flags, mode);
    if (fd >= 0 && watched && !known) record('C', path, 0, 0, 0);
    if (fd >= 0 && watched && known && (flags & O_TRUNC)) record('T', path, 0, 0, 0);
    return fd;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { start(); MODE(flags) return opened(AT_FDCWD, path, flags, mode); }

int open64(const char *path, int flags, ...) { start(); MODE(flags) return opened(AT_FDCWD, path, flags, mode); }

int openat(int fd, const char *path, int flags, ...) { start(); MODE(flags) return opened(fd, path, flags, mode); }

int openat64(int fd, const char *path, int flags, ...) { start(); MODE(flags) return opened(fd, path, flags, mode); }

/* Copied inside the system, the bytes would not be seen here: so they are read and written. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned int flags) {
    (void)from, (void)from_at, (void)to, (void)to_at, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    (void)to, (void)from, (void)at, (void)length;
    errno = ENOSYS;
    return -1;
}
