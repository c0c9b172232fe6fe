#include "EmbeddedPlans.h"

// The paths are relative to this file. Each file of rules/plans/ is here once and once in the list below.
static const unsigned char cigna_certificate[] = {
#embed "../../rules/plans/cigna-certificate.json"
};
static const unsigned char delta_california[] = {
#embed "../../rules/plans/delta-california.json"
};
static const unsigned char delta_california_redwood_city[] = {
#embed "../../rules/plans/delta-california-redwood-city.json"
};
static const unsigned char delta_messages[] = {
#embed "../../rules/plans/delta-messages.json"
};
static const unsigned char delta_rhode_island[] = {
#embed "../../rules/plans/delta-rhode-island.json"
};
static const unsigned char devoted_health[] = {
#embed "../../rules/plans/devoted-health.json"
};
static const unsigned char example[] = {
#embed "../../rules/plans/example.json"
};
static const unsigned char forwardhealth[] = {
#embed "../../rules/plans/forwardhealth.json"
};
static const unsigned char geha[] = {
#embed "../../rules/plans/geha.json"
};
static const unsigned char healthpartners[] = {
#embed "../../rules/plans/healthpartners.json"
};
static const unsigned char hmaa[] = {
#embed "../../rules/plans/hmaa.json"
};
static const unsigned char indian_health_service[] = {
#embed "../../rules/plans/indian-health-service.json"
};
static const unsigned char masshealth[] = {
#embed "../../rules/plans/masshealth.json"
};
static const unsigned char medi_cal_2005[] = {
#embed "../../rules/plans/medi-cal-2005.json"
};
static const unsigned char medico[] = {
#embed "../../rules/plans/medico.json"
};
static const unsigned char northeast_delta[] = {
#embed "../../rules/plans/northeast-delta.json"
};
static const unsigned char texas_medicaid[] = {
#embed "../../rules/plans/texas-medicaid.json"
};
static const unsigned char texas_medicaid_2012[] = {
#embed "../../rules/plans/texas-medicaid-2012.json"
};
static const unsigned char texas_medicaid_2016[] = {
#embed "../../rules/plans/texas-medicaid-2016.json"
};
static const unsigned char typical[] = {
#embed "../../rules/plans/typical.json"
};
static const unsigned char uhc_dental[] = {
#embed "../../rules/plans/uhc-dental.json"
};
static const unsigned char washington_medicaid[] = {
#embed "../../rules/plans/washington-medicaid.json"
};

#define PLAN(id, name) {id, name, sizeof name}

static const struct embedded_plan plans[] = {
    PLAN("cigna-certificate", cigna_certificate),
    PLAN("delta-california", delta_california),
    PLAN("delta-california-redwood-city", delta_california_redwood_city),
    PLAN("delta-messages", delta_messages),
    PLAN("delta-rhode-island", delta_rhode_island),
    PLAN("devoted-health", devoted_health),
    PLAN("example", example),
    PLAN("forwardhealth", forwardhealth),
    PLAN("geha", geha),
    PLAN("healthpartners", healthpartners),
    PLAN("hmaa", hmaa),
    PLAN("indian-health-service", indian_health_service),
    PLAN("masshealth", masshealth),
    PLAN("medi-cal-2005", medi_cal_2005),
    PLAN("medico", medico),
    PLAN("northeast-delta", northeast_delta),
    PLAN("texas-medicaid", texas_medicaid),
    PLAN("texas-medicaid-2012", texas_medicaid_2012),
    PLAN("texas-medicaid-2016", texas_medicaid_2016),
    PLAN("typical", typical),
    PLAN("uhc-dental", uhc_dental),
    PLAN("washington-medicaid", washington_medicaid),
};

size_t embedded_plan_count(void) { return sizeof plans / sizeof *plans; }

struct embedded_plan embedded_plan_at(size_t index) { return plans[index]; }
