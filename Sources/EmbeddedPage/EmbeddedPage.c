#include "EmbeddedPage.h"

// Each file of page/ stands here once and once in the list below.
static const unsigned char page[] = {
#embed "page/page.html"
};
static const unsigned char page_style[] = {
#embed "page/page.css"
};
static const unsigned char telling_style[] = {
#embed "page/telling.css"
};
static const unsigned char tree_style[] = {
#embed "page/tree.css"
};
static const unsigned char print_style[] = {
#embed "page/print.css"
};
static const unsigned char book[] = {
#embed "page/book.js"
};
static const unsigned char format[] = {
#embed "page/format.js"
};
static const unsigned char walk[] = {
#embed "page/walk.js"
};
static const unsigned char advice[] = {
#embed "page/advice.js"
};
static const unsigned char checks[] = {
#embed "page/checks.js"
};
static const unsigned char words[] = {
#embed "page/words.js"
};
static const unsigned char visit[] = {
#embed "page/visit.js"
};
static const unsigned char elements[] = {
#embed "page/elements.js"
};
static const unsigned char tree[] = {
#embed "page/tree.js"
};
static const unsigned char asking[] = {
#embed "page/asking.js"
};
static const unsigned char parts[] = {
#embed "page/parts.js"
};
static const unsigned char telling[] = {
#embed "page/telling.js"
};
static const unsigned char acting[] = {
#embed "page/page.js"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct embedded_page_file files[] = {
    FILE("page.html", page),
    FILE("page.css", page_style),
    FILE("telling.css", telling_style),
    FILE("tree.css", tree_style),
    FILE("print.css", print_style),
    FILE("book.js", book),
    FILE("format.js", format),
    FILE("walk.js", walk),
    FILE("advice.js", advice),
    FILE("checks.js", checks),
    FILE("words.js", words),
    FILE("visit.js", visit),
    FILE("elements.js", elements),
    FILE("tree.js", tree),
    FILE("asking.js", asking),
    FILE("parts.js", parts),
    FILE("telling.js", telling),
    FILE("page.js", acting),
};

size_t embedded_page_file_count(void) { return sizeof files / sizeof *files; }

struct embedded_page_file embedded_page_file_at(size_t index) { return files[index]; }
