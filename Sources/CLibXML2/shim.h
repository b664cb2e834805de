// The system's ICU would be imported too, and clash with the one of Foundation. Only fields at the end of a structure
// that libxml2 makes itself depend on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
