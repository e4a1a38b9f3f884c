#pragma once
// What glibc has and Swift's Glibc module does not show: declarations that need _GNU_SOURCE, and
// headers that it leaves out.
#include <signal.h>
#include <spawn.h>
#include <sys/types.h>

// <spawn.h>, since glibc 2.26 and 2.34.
static const short CLINUX_POSIX_SPAWN_SETSID = 0x80;
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// <sys/pidfd.h>, since glibc 2.36.
extern int pidfd_open(pid_t pid, unsigned int flags);
extern int pidfd_send_signal(int pidfd, int signal, siginfo_t *info, unsigned int flags);

// <unistd.h>
extern int pipe2(int ends[2], int flags);
