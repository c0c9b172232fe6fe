#include "EmbeddedRules.h"

// The paths are relative to this file. Each file of rules/cdt-2026/ stands here once and once in the list below.
static const unsigned char edition[] = {
#embed "../../rules/cdt-2026/edition.json"
};
static const unsigned char sources[] = {
#embed "../../rules/cdt-2026/sources.json"
};
static const unsigned char codes[] = {
#embed "../../rules/cdt-2026/codes.json"
};
static const unsigned char cards[] = {
#embed "../../rules/cdt-2026/cards.json"
};
static const unsigned char devices[] = {
#embed "../../rules/cdt-2026/devices.json"
};
static const unsigned char shared[] = {
#embed "../../rules/cdt-2026/shared.json"
};
static const unsigned char checks[] = {
#embed "../../rules/cdt-2026/checks.json"
};
static const unsigned char audit[] = {
#embed "../../rules/cdt-2026/audit.json"
};
static const unsigned char cases[] = {
#embed "../../rules/cdt-2026/cases.json"
};
static const unsigned char phrases[] = {
#embed "../../rules/cdt-2026/phrases.json"
};
static const unsigned char sentences[] = {
#embed "../../rules/cdt-2026/sentences.json"
};
static const unsigned char model[] = {
#embed "../../rules/cdt-2026/topics/model.json"
};
static const unsigned char panoramic[] = {
#embed "../../rules/cdt-2026/topics/panoramic.json"
};
static const unsigned char cephalometric[] = {
#embed "../../rules/cdt-2026/topics/cephalometric.json"
};
static const unsigned char photographs[] = {
#embed "../../rules/cdt-2026/topics/photographs.json"
};
static const unsigned char cbct[] = {
#embed "../../rules/cdt-2026/topics/cbct.json"
};
static const unsigned char planning[] = {
#embed "../../rules/cdt-2026/topics/planning.json"
};
static const unsigned char splint[] = {
#embed "../../rules/cdt-2026/topics/splint.json"
};
static const unsigned char guide[] = {
#embed "../../rules/cdt-2026/topics/guide.json"
};
static const unsigned char occlusion[] = {
#embed "../../rules/cdt-2026/topics/occlusion.json"
};
static const unsigned char evaluation[] = {
#embed "../../rules/cdt-2026/topics/evaluation.json"
};
static const unsigned char setup[] = {
#embed "../../rules/cdt-2026/topics/setup.json"
};

#define FILE(path, name) {path, name, sizeof name}

static const struct embedded_rule_file files[] = {
    FILE("edition.json", edition),
    FILE("sources.json", sources),
    FILE("codes.json", codes),
    FILE("cards.json", cards),
    FILE("devices.json", devices),
    FILE("shared.json", shared),
    FILE("checks.json", checks),
    FILE("audit.json", audit),
    FILE("cases.json", cases),
    FILE("phrases.json", phrases),
    FILE("sentences.json", sentences),
    FILE("topics/model.json", model),
    FILE("topics/panoramic.json", panoramic),
    FILE("topics/cephalometric.json", cephalometric),
    FILE("topics/photographs.json", photographs),
    FILE("topics/cbct.json", cbct),
    FILE("topics/planning.json", planning),
    FILE("topics/splint.json", splint),
    FILE("topics/guide.json", guide),
    FILE("topics/occlusion.json", occlusion),
    FILE("topics/evaluation.json", evaluation),
    FILE("topics/setup.json", setup),
};

size_t embedded_rule_file_count(void) { return sizeof files / sizeof *files; }

struct embedded_rule_file embedded_rule_file_at(size_t index) { return files[index]; }
