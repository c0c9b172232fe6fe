#include "EmbeddedProfiles.h"

// The paths are relative to this file. Each file of rules/profiles/ is here once and once in the list below.
static const unsigned char open_dental[] = {
#embed "../../rules/profiles/open-dental.json"
};

static const struct embedded_profile profiles[] = {
    {"open-dental", open_dental, sizeof open_dental},
};

size_t embedded_profile_count(void) { return sizeof profiles / sizeof *profiles; }

struct embedded_profile embedded_profile_at(size_t index) { return profiles[index]; }
