#include "EmbeddedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

namespace {

// The files are indexed at compile time to save start-up time: two numbers per value or key, in the
// format of StrictJSON's JSONDocument.
template <size_t count>
struct Index {
  uint32_t numbers[2 * count];
};

// Scans a valid JSON text and returns the number of values and keys.
template <size_t length>
constexpr size_t scan(const unsigned char (&text)[length], uint32_t *numbers) {
  size_t count = 0, depth = 0;
  size_t open[64] = {};
  for (size_t i = 0; i < length; i++) {
    const unsigned char byte = text[i];
    if (byte <= ' ' || byte == ',' || byte == ':') continue;
    if (byte == '}' || byte == ']') {
      depth--;
      if (numbers) numbers[2 * open[depth] + 1] = uint32_t(count);
      continue;
    }
    if (numbers) {
      numbers[2 * count] = uint32_t(i);
      numbers[2 * count + 1] = uint32_t(count + 1);
    }
    if (byte == '{' || byte == '[') {
      open[depth++] = count;
    } else if (byte == '"') {
      while (text[++i] != '"') i += text[i] == '\\';
    } else {
      while (i + 1 < length && text[i + 1] > ' ' && text[i + 1] != ',' && (text[i + 1] | 0x20) != '}') i++;
    }
    count++;
  }
  return count;
}

template <auto &text>
constexpr auto index_of = [] {
  Index<scan(text, nullptr)> index{};
  scan(text, index.numbers);
  return index;
}();

// Paths are relative to this file. Each JSON file in rules/ appears once here and once in the list.
constexpr unsigned char edition[] = {
#embed "../../rules/cdt-2026/edition.json"
};
constexpr unsigned char sources[] = {
#embed "../../rules/cdt-2026/sources.json"
};
constexpr unsigned char codes[] = {
#embed "../../rules/cdt-2026/codes.json"
};
constexpr unsigned char cards[] = {
#embed "../../rules/cdt-2026/cards.json"
};
constexpr unsigned char devices[] = {
#embed "../../rules/cdt-2026/devices.json"
};
constexpr unsigned char shared[] = {
#embed "../../rules/cdt-2026/shared.json"
};
constexpr unsigned char checks[] = {
#embed "../../rules/cdt-2026/checks.json"
};
constexpr unsigned char audit[] = {
#embed "../../rules/cdt-2026/audit.json"
};
constexpr unsigned char cases[] = {
#embed "../../rules/cdt-2026/cases.json"
};
constexpr unsigned char phrases[] = {
#embed "../../rules/cdt-2026/phrases.json"
};
constexpr unsigned char sentences[] = {
#embed "../../rules/cdt-2026/sentences.json"
};
constexpr unsigned char model[] = {
#embed "../../rules/cdt-2026/topics/model.json"
};
constexpr unsigned char panoramic[] = {
#embed "../../rules/cdt-2026/topics/panoramic.json"
};
constexpr unsigned char cephalometric[] = {
#embed "../../rules/cdt-2026/topics/cephalometric.json"
};
constexpr unsigned char photographs[] = {
#embed "../../rules/cdt-2026/topics/photographs.json"
};
constexpr unsigned char cbct[] = {
#embed "../../rules/cdt-2026/topics/cbct.json"
};
constexpr unsigned char planning[] = {
#embed "../../rules/cdt-2026/topics/planning.json"
};
constexpr unsigned char splint[] = {
#embed "../../rules/cdt-2026/topics/splint.json"
};
constexpr unsigned char guide[] = {
#embed "../../rules/cdt-2026/topics/guide.json"
};
constexpr unsigned char occlusion[] = {
#embed "../../rules/cdt-2026/topics/occlusion.json"
};
constexpr unsigned char evaluation[] = {
#embed "../../rules/cdt-2026/topics/evaluation.json"
};
constexpr unsigned char setup[] = {
#embed "../../rules/cdt-2026/topics/setup.json"
};
constexpr unsigned char plan_aetna[] = {
#embed "../../rules/plans/aetna.json"
};
constexpr unsigned char plan_asuris[] = {
#embed "../../rules/plans/asuris.json"
};
constexpr unsigned char plan_cigna_certificate[] = {
#embed "../../rules/plans/cigna-certificate.json"
};
constexpr unsigned char plan_delta_california_redwood_city[] = {
#embed "../../rules/plans/delta-california-redwood-city.json"
};
constexpr unsigned char plan_delta_california[] = {
#embed "../../rules/plans/delta-california.json"
};
constexpr unsigned char plan_delta_messages[] = {
#embed "../../rules/plans/delta-messages.json"
};
constexpr unsigned char plan_delta_rhode_island[] = {
#embed "../../rules/plans/delta-rhode-island.json"
};
constexpr unsigned char plan_devoted_health[] = {
#embed "../../rules/plans/devoted-health.json"
};
constexpr unsigned char plan_example[] = {
#embed "../../rules/plans/example.json"
};
constexpr unsigned char plan_forwardhealth[] = {
#embed "../../rules/plans/forwardhealth.json"
};
constexpr unsigned char plan_geha[] = {
#embed "../../rules/plans/geha.json"
};
constexpr unsigned char plan_healthpartners[] = {
#embed "../../rules/plans/healthpartners.json"
};
constexpr unsigned char plan_hmaa[] = {
#embed "../../rules/plans/hmaa.json"
};
constexpr unsigned char plan_indian_health_service[] = {
#embed "../../rules/plans/indian-health-service.json"
};
constexpr unsigned char plan_masshealth[] = {
#embed "../../rules/plans/masshealth.json"
};
constexpr unsigned char plan_medi_cal_2005[] = {
#embed "../../rules/plans/medi-cal-2005.json"
};
constexpr unsigned char plan_medicare_consultations[] = {
#embed "../../rules/plans/medicare-consultations.json"
};
constexpr unsigned char plan_medicare[] = {
#embed "../../rules/plans/medicare.json"
};
constexpr unsigned char plan_medico[] = {
#embed "../../rules/plans/medico.json"
};
constexpr unsigned char plan_northeast_delta[] = {
#embed "../../rules/plans/northeast-delta.json"
};
constexpr unsigned char plan_regence[] = {
#embed "../../rules/plans/regence.json"
};
constexpr unsigned char plan_texas_medicaid_2012[] = {
#embed "../../rules/plans/texas-medicaid-2012.json"
};
constexpr unsigned char plan_texas_medicaid_2016[] = {
#embed "../../rules/plans/texas-medicaid-2016.json"
};
constexpr unsigned char plan_texas_medicaid[] = {
#embed "../../rules/plans/texas-medicaid.json"
};
constexpr unsigned char plan_typical[] = {
#embed "../../rules/plans/typical.json"
};
constexpr unsigned char plan_uhc_dental[] = {
#embed "../../rules/plans/uhc-dental.json"
};
constexpr unsigned char plan_washington_medicaid[] = {
#embed "../../rules/plans/washington-medicaid.json"
};
constexpr unsigned char profile_dentrix[] = {
#embed "../../rules/profiles/dentrix.json"
};
constexpr unsigned char profile_eaglesoft[] = {
#embed "../../rules/profiles/eaglesoft.json"
};
constexpr unsigned char profile_open_dental[] = {
#embed "../../rules/profiles/open-dental.json"
};

#define FILE(path, name) {path, name, sizeof name, index_of<name>.numbers}

const embedded_file files[] = {
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

}  // namespace

size_t embedded_file_count(void) { return sizeof files / sizeof *files; }

struct embedded_file embedded_file_at(size_t index) { return files[index]; }
