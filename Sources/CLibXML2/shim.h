// Debian and Homebrew put the headers under libxml2/, pkg-config adds that folder; Xcode's SDK does not.
#if __has_include(<libxml/parser.h>)
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#else
#include <libxml2/libxml/SAX2.h>
#include <libxml2/libxml/dict.h>
#include <libxml2/libxml/parser.h>
#include <libxml2/libxml/parserInternals.h>
#include <libxml2/libxml/xmlerror.h>
#endif

#include <stdbool.h>

// What the reader asks of a running parser. Newer releases mark these members as deprecated without
// offering another way to them, so they are read in one place.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

/// How many bytes of the document stand before the parser's place. True for UTF-8 input only.
static inline long clibxml2_byte_offset(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input ? (long)input->consumed + (long)(input->cur - input->base) : 0;
}

/// Whether the parser hands out bytes of its input as they are, rather than what it made of them.
static inline bool clibxml2_is_input(xmlParserCtxtPtr context, const unsigned char *bytes) {
  xmlParserInputPtr input = context->input;
  return bytes >= input->base && bytes < input->end;
}

/// The byte at the parser's place, 0 at the end of the input.
static inline unsigned char clibxml2_byte(xmlParserCtxtPtr context) { return context->input->cur[0]; }

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

/// Frees the document that the parser makes for entity declarations even when nobody asked for one.
static inline void clibxml2_free(xmlParserCtxtPtr context) {
  xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

#pragma clang diagnostic pop
