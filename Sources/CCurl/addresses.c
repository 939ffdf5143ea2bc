#include "addresses.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

#include "CCurl.h"

static bool in_network(uint32_t address, uint32_t network, int bits) {
  return (address >> (32 - bits)) == (network >> (32 - bits));
}

/* The IANA special-purpose registries (RFC 6890 and its updates), the blocks not globally reachable. */
static bool is_local_v4(uint32_t a) {
  return in_network(a, 0x00000000, 8) || in_network(a, 0x0A000000, 8) || in_network(a, 0x64400000, 10) ||
         in_network(a, 0x7F000000, 8) || in_network(a, 0xA9FE0000, 16) || in_network(a, 0xAC100000, 12) ||
         in_network(a, 0xC0000000, 24) || in_network(a, 0xC0000200, 24) || in_network(a, 0xC0A80000, 16) ||
         in_network(a, 0xC6120000, 15) || in_network(a, 0xC6336400, 24) || in_network(a, 0xCB007100, 24) ||
         in_network(a, 0xE0000000, 3);
}

static uint32_t v4_of(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_local_v6(const uint8_t *a) {
  static const uint8_t zeros[12] = {0};
  static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static const uint8_t nat64[12] = {0x00, 0x64, 0xFF, 0x9B};
  if (memcmp(a, zeros, 12) == 0) return true; /* ::, ::1 and the old compatible form */
  if (memcmp(a, mapped, 12) == 0 || memcmp(a, nat64, 12) == 0) return is_local_v4(v4_of(a + 12));
  if (a[0] == 0x20 && a[1] == 0x02) return is_local_v4(v4_of(a + 2)); /* 6to4 */
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return true;
  return (a[0] & 0xE0) != 0x20; /* only 2000::/3 is global unicast */
}

bool cc_is_local(const struct sockaddr *address) {
  if (address->sa_family == AF_INET)
    return is_local_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
  if (address->sa_family == AF_INET6) return is_local_v6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
  return true;
}

bool cc_is_local_address(const char *text) {
  uint8_t bytes[16];
  if (inet_pton(AF_INET, text, bytes) == 1) return is_local_v4(v4_of(bytes));
  if (inet_pton(AF_INET6, text, bytes) == 1) return is_local_v6(bytes);
  return false;
}
