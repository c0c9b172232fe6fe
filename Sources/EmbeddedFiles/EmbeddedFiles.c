#include "EmbeddedFiles.h"

// The paths are relative to this file. Each JSON file below rules/ is here once and once in the list below.
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
static const unsigned char plan_aetna[] = {
#embed "../../rules/plans/aetna.json"
};
static const unsigned char plan_asuris[] = {
#embed "../../rules/plans/asuris.json"
};
static const unsigned char plan_cigna_certificate[] = {
#embed "../../rules/plans/cigna-certificate.json"
};
static const unsigned char plan_delta_california_redwood_city[] = {
#embed "../../rules/plans/delta-california-redwood-city.json"
};
static const unsigned char plan_delta_california[] = {
#embed "../../rules/plans/delta-california.json"
};
static const unsigned char plan_delta_messages[] = {
#embed "../../rules/plans/delta-messages.json"
};
static const unsigned char plan_delta_rhode_island[] = {
#embed "../../rules/plans/delta-rhode-island.json"
};
static const unsigned char plan_devoted_health[] = {
#embed "../../rules/plans/devoted-health.json"
};
static const unsigned char plan_example[] = {
#embed "../../rules/plans/example.json"
};
static const unsigned char plan_forwardhealth[] = {
#embed "../../rules/plans/forwardhealth.json"
};
static const unsigned char plan_geha[] = {
#embed "../../rules/plans/geha.json"
};
static const unsigned char plan_healthpartners[] = {
#embed "../../rules/plans/healthpartners.json"
};
static const unsigned char plan_hmaa[] = {
#embed "../../rules/plans/hmaa.json"
};
static const unsigned char plan_indian_health_service[] = {
#embed "../../rules/plans/indian-health-service.json"
};
static const unsigned char plan_masshealth[] = {
#embed "../../rules/plans/masshealth.json"
};
static const unsigned char plan_medi_cal_2005[] = {
#embed "../../rules/plans/medi-cal-2005.json"
};
static const unsigned char plan_medicare_consultations[] = {
#embed "../../rules/plans/medicare-consultations.json"
};
static const unsigned char plan_medicare[] = {
#embed "../../rules/plans/medicare.json"
};
static const unsigned char plan_medico[] = {
#embed "../../rules/plans/medico.json"
};
static const unsigned char plan_northeast_delta[] = {
#embed "../../rules/plans/northeast-delta.json"
};
static const unsigned char plan_regence[] = {
#embed "../../rules/plans/regence.json"
};
static const unsigned char plan_texas_medicaid_2012[] = {
#embed "../../rules/plans/texas-medicaid-2012.json"
};
static const unsigned char plan_texas_medicaid_2016[] = {
#embed "../../rules/plans/texas-medicaid-2016.json"
};
static const unsigned char plan_texas_medicaid[] = {
#embed "../../rules/plans/texas-medicaid.json"
};
static const unsigned char plan_typical[] = {
#embed "../../rules/plans/typical.json"
};
static const unsigned char plan_uhc_dental[] = {
#embed "../../rules/plans/uhc-dental.json"
};
static const unsigned char plan_washington_medicaid[] = {
#embed "../../rules/plans/washington-medicaid.json"
};
static const unsigned char profile_dentrix[] = {
#embed "../../rules/profiles/dentrix.json"
};
static const unsigned char profile_eaglesoft[] = {
#embed "../../rules/profiles/eaglesoft.json"
};
static const unsigned char profile_open_dental[] = {
#embed "../../rules/profiles/open-dental.json"
};

#define FILE(path, name) {path, name, sizeof name}

static const struct embedded_file files[] = {
    FILE("cdt-2026/edition.json", edition),
    FILE("cdt-2026/sources.json", sources),
    FILE("cdt-2026/codes.json", codes),
    FILE("cdt-2026/cards.json", cards),
    FILE("cdt-2026/devices.json", devices),
    FILE("cdt-2026/shared.json", shared),
    FILE("cdt-2026/checks.json", checks),
    FILE("cdt-2026/audit.json", audit),
    FILE("cdt-2026/cases.json", cases),
    FILE("cdt-2026/phrases.json", phrases),
    FILE("cdt-2026/sentences.json", sentences),
    FILE("cdt-2026/topics/model.json", model),
    FILE("cdt-2026/topics/panoramic.json", panoramic),
    FILE("cdt-2026/topics/cephalometric.json", cephalometric),
    FILE("cdt-2026/topics/photographs.json", photographs),
    FILE("cdt-2026/topics/cbct.json", cbct),
    FILE("cdt-2026/topics/planning.json", planning),
    FILE("cdt-2026/topics/splint.json", splint),
    FILE("cdt-2026/topics/guide.json", guide),
    FILE("cdt-2026/topics/occlusion.json", occlusion),
    FILE("cdt-2026/topics/evaluation.json", evaluation),
    FILE("cdt-2026/topics/setup.json", setup),
    FILE("plans/aetna.json", plan_aetna),
    FILE("plans/asuris.json", plan_asuris),
    FILE("plans/cigna-certificate.json", plan_cigna_certificate),
    FILE("plans/delta-california-redwood-city.json", plan_delta_california_redwood_city),
    FILE("plans/delta-california.json", plan_delta_california),
    FILE("plans/delta-messages.json", plan_delta_messages),
    FILE("plans/delta-rhode-island.json", plan_delta_rhode_island),
    FILE("plans/devoted-health.json", plan_devoted_health),
    FILE("plans/example.json", plan_example),
    FILE("plans/forwardhealth.json", plan_forwardhealth),
    FILE("plans/geha.json", plan_geha),
    FILE("plans/healthpartners.json", plan_healthpartners),
    FILE("plans/hmaa.json", plan_hmaa),
    FILE("plans/indian-health-service.json", plan_indian_health_service),
    FILE("plans/masshealth.json", plan_masshealth),
    FILE("plans/medi-cal-2005.json", plan_medi_cal_2005),
    FILE("plans/medicare-consultations.json", plan_medicare_consultations),
    FILE("plans/medicare.json", plan_medicare),
    FILE("plans/medico.json", plan_medico),
    FILE("plans/northeast-delta.json", plan_northeast_delta),
    FILE("plans/regence.json", plan_regence),
    FILE("plans/texas-medicaid-2012.json", plan_texas_medicaid_2012),
    FILE("plans/texas-medicaid-2016.json", plan_texas_medicaid_2016),
    FILE("plans/texas-medicaid.json", plan_texas_medicaid),
    FILE("plans/typical.json", plan_typical),
    FILE("plans/uhc-dental.json", plan_uhc_dental),
    FILE("plans/washington-medicaid.json", plan_washington_medicaid),
    FILE("profiles/dentrix.json", profile_dentrix),
    FILE("profiles/eaglesoft.json", profile_eaglesoft),
    FILE("profiles/open-dental.json", profile_open_dental),
};

size_t embedded_file_count(void) { return sizeof files / sizeof *files; }

struct embedded_file embedded_file_at(size_t index) { return files[index]; }
