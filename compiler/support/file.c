/* Whole files: mapped, read, and written so that nobody sees a half. */
#include "support/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

const char *file_map(const char *path, size_t *size)
{
	int fd = open(source_actual(path), O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *data = MAP_FAILED;
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (data == MAP_FAILED)
		return NULL;
	*size = (size_t)st.st_size;
	return data;
}

/* False when it fails (errno). Closes fd. */
static bool write_and_close(int fd, const char *p, size_t size)
{
	bool ok = true;
	while (ok && size) {
		ssize_t n = write(fd, p, size);
		if (n < 0 && errno == EINTR)
			continue;
		ok = n > 0;
		if (ok)
			p += n, size -= (size_t)n;
	}
	int error = errno;
	if (close(fd) == 0 && ok)
		return true;
	errno = ok ? errno : error;
	return false;
}

bool file_is_replaceable(const char *path)
{
	struct stat st;
	return lstat(path, &st) != 0 || S_ISREG(st.st_mode);
}

bool file_write_whole(const char *path, const void *data, size_t size)
{
	char temporary[4096];
	bool replace = file_is_replaceable(path);
	snprintf(temporary, sizeof temporary, "%s.%d.new", path, (int)getpid());
	const char *to = replace ? temporary : path;
	int fd = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	bool ok = write_and_close(fd, data, size);
	if (!replace || (ok && rename(temporary, path) == 0))
		return ok;
	int error = errno;
	unlink(temporary);
	errno = error;
	return false;
}

/* False when it fails (errno). */
static bool read_all(int fd, char **text, size_t *size)
{
	struct stat st;
	size_t room = fstat(fd, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size + 1 : 4096;
	char *p = malloc(room + 1);
	size_t have = 0;
	ssize_t n = 1;
	while (p && n != 0) {
		if (have == room) {
			char *more = realloc(p, (room *= 2) + 1);
			if (!more)
				break;
			p = more;
		}
		n = read(fd, p + have, room - have);
		if (n < 0 && errno != EINTR)
			break;
		have += n > 0 ? (size_t)n : 0;
	}
	if (!p || n != 0) {
		free(p);
		return false;
	}
	p[have] = 0;
	*text = p;
	*size = have;
	return true;
}

char *file_read(const char *path, size_t *size)
{
	char *text = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	bool ok = read_all(fd, &text, size);
	int error = errno;
	close(fd);
	errno = error;
	return ok ? text : NULL;
}
