#ifndef CCURL_ADDRESSES_H
#define CCURL_ADDRESSES_H

#include <stdbool.h>
#include <sys/socket.h>

/* Whether an address is not of the public Internet: this machine, private and other special blocks. */
bool cc_is_local(const struct sockaddr *address);

#endif
