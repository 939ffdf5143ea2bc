// Debian and Homebrew put the headers under libxml2/, pkg-config adds that folder; Xcode's SDK does not.
//
// A libxml2 that was built with ICU shows ICU's types in a header that nothing here needs. Foundation brings
// another ICU, and a compilation that happens to load both modules fails: "'UErrorCode' has different definitions".
#if __has_include(<libxml/parser.h>)
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#else
#include <libxml2/libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml2/libxml/SAX2.h>
#include <libxml2/libxml/dict.h>
#include <libxml2/libxml/parser.h>
#include <libxml2/libxml/parserInternals.h>
#include <libxml2/libxml/xmlerror.h>
#endif

// What the reader asks of a running parser. Newer releases mark these members as deprecated without
// offering another way to them, so they are read in one place.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

/// How many bytes of the document stand before the parser's place. True for UTF-8 input only.
static inline long clibxml2_byte_offset(xmlParserInputPtr input) {
  return (long)input->consumed + (long)(input->cur - input->base);
}

/// The byte at the parser's place, 0 at the end of the input.
static inline unsigned char clibxml2_byte(xmlParserInputPtr input) { return input->cur[0]; }

/// The place in the document of bytes that the parser hands out as they are in its input, or -1 for
/// bytes that it made.
static inline long clibxml2_place_of(xmlParserInputPtr input, const unsigned char *bytes) {
  if (bytes < input->base || bytes >= input->end) return -1;
  return (long)input->consumed + (long)(bytes - input->base);
}

/// Tells the parser that nothing more comes. It would ask for more at each step through the last bytes, and make
/// room for them, although it was told that there are none.
static inline void clibxml2_end(xmlParserInputPtr input) { input->buf->readcallback = NULL; }

/// How many attributes the parser has made room for: at least those of the tag that it is reading.
static inline long clibxml2_attribute_room(xmlParserCtxtPtr context) { return context->maxatts / 5; }

/// How many namespace declarations are in force.
static inline long clibxml2_namespace_count(xmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21200
  return context->nsNr;
#else
  return context->nsNr / 2;
#endif
}

/// How many different names the parser keeps.
static inline long clibxml2_name_count(xmlParserCtxtPtr context) { return xmlDictSize(context->dict); }

/// How many bytes the parser keeps for names.
static inline long clibxml2_name_bytes(xmlParserCtxtPtr context) { return (long)xmlDictGetUsage(context->dict); }

/// Prepares a parser that has read a well-formed document for the next one; 0 if there is no memory for its input.
static inline int clibxml2_restart(xmlParserCtxtPtr context, xmlInputReadCallback read, void *user) {
  xmlCtxtReset(context);
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateIO(read, NULL, user, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return 0;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) return 0;
  context->progressive = 0;
  context->userData = user;
  return inputPush(context, input) >= 0;
}

/// The same for a document that is given as a whole, with a zero behind it, and stays there while it is read.
static inline int clibxml2_restart_with(
    xmlParserCtxtPtr context, const unsigned char *bytes, size_t count, void *user) {
  xmlCtxtReset(context);
  // Without a buffer there is nothing that the parser could ask for more; up to 2.12 it would try at each step
  // unless it is told that what comes is brought to it.
  xmlParserInputPtr input = xmlNewInputStream(context);
  if (input == NULL) return 0;
  input->base = bytes;
  input->cur = bytes;
  input->end = bytes + count;
  context->progressive = 1;
  context->userData = user;
  return inputPush(context, input) >= 0;
}

/// Frees the document that the parser makes for entity declarations even when nobody asked for one.
static inline void clibxml2_free(xmlParserCtxtPtr context) {
  xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

#pragma clang diagnostic pop
