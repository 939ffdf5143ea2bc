/* without-sockets COMMAND [ARGUMENT…]: runs a command that dies when it opens a network socket.

   An error that is swallowed would show nothing, so the attempt itself is deadly: SIGSYS on Linux. On
   macOS the sandbox denies the network and the attempt fails. Local sockets stay allowed, which name
   services use. */

#include <stdio.h>
#include <unistd.h>

#ifdef __linux__

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static int deny(void) {
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 0, 3),
      /* The lower half of the first argument; the families are small numbers. */
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

int main(int count, char **arguments) {
  if (count < 2) return 2;
  if (!deny()) {
    perror("without-sockets: the kernel refuses the filter");
    return 125;
  }
  execvp(arguments[1], arguments + 1);
  perror(arguments[1]);
  return 127;
}

#else

int main(int count, char **arguments) {
  if (count < 2) return 2;
  char *sandboxed[count + 3];
  sandboxed[0] = "sandbox-exec";
  sandboxed[1] = "-p";
  sandboxed[2] = "(version 1)(allow default)(deny network*)";
  for (int index = 1; index <= count; index++) sandboxed[index + 2] = arguments[index];
  execvp(sandboxed[0], sandboxed);
  perror(sandboxed[0]);
  return 127;
}

#endif
