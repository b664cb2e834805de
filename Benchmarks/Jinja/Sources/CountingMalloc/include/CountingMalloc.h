#ifndef COUNTING_MALLOC_H
#define COUNTING_MALLOC_H

/// How many blocks of memory this process has asked for so far; always 0 where the C library isn't glibc.
unsigned long allocation_count(void);

#endif
