#include "CPrefilterKernel.h"

// Plain loops in a form that the compiler turns into vectors: lanes of one byte count up to 255
// before they are added up. The same source is compiled once more for AVX2, which doubles it.

enum { lanes = 64 };

static inline __attribute__((always_inline)) size_t count_newlines(const uint8_t *bytes, size_t length) {
  size_t count = 0, at = 0;
  while (length - at >= lanes) {
    size_t turns = (length - at) / lanes;
    if (turns > 255) turns = 255;
    uint8_t counts[lanes] = {0};
    for (size_t turn = 0; turn < turns; turn++, at += lanes) {
      for (size_t i = 0; i < lanes; i++) counts[i] += bytes[at + i] == '\n';
    }
    for (size_t i = 0; i < lanes; i++) count += counts[i];
  }
  for (; at < length; at++) count += bytes[at] == '\n';
  return count;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t count_newlines_avx2(const uint8_t *bytes, size_t length) {
  return count_newlines(bytes, length);
}
#endif

size_t prefilter_count_newlines(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return count_newlines_avx2(bytes, length);
#endif
  return count_newlines(bytes, length);
}

size_t prefilter_last_newline(const uint8_t *bytes, size_t length) {
  size_t end = length;
  // Whole blocks without a line feed are passed over; the block that has one is searched bytewise.
  while (end >= lanes) {
    uint8_t any = 0;
    for (size_t i = 1; i <= lanes; i++) any |= bytes[end - i] == '\n';
    if (any) break;
    end -= lanes;
  }
  for (; end > 0; end--) {
    if (bytes[end - 1] == '\n') return end - 1;
  }
  return length;
}
