import CodingRules

/// What a column of a claim table can hold.
package enum ClaimField: String, CaseIterable, Sendable {
  /// The id of the claim.
  case claim
  /// What identifies the patient; several columns may.
  case patient
  /// Who pays; lines to different payers are not compared.
  case payer
  /// The date of service.
  case date
  /// The procedure code.
  case code
  /// How many units.
  case units
  /// The area of the mouth.
  case area
  /// The tooth.
  case tooth
  /// Words that describe the work.
  case narrative
  /// What goes with the claim.
  case attachment
  /// Whether the claim is marked as orthodontic.
  case orthodontic
  /// Whether the work is planned and not done.
  case predetermination
  /// What is charged; no check reads it.
  case charge

  /// What a table with the column can say; nil for what every line says, or no check reads.
  var fact: LineFacts? {
    switch self {
    case .area: .area
    case .tooth: .tooth
    case .narrative: .narrative
    case .attachment: .attachment
    case .orthodontic: .orthodontic
    case .claim, .patient, .payer, .date, .code, .units, .predetermination, .charge: nil
    }
  }

  /// Whether all columns with its names are read, and not the first alone.
  var takesSeveral: Bool { self == .narrative || self == .attachment }

  /// The names by which its columns are known, in small letters and digits alone; the surest first.
  var names: [String] {
    switch self {
    case .claim: ["claim", "claimid", "claimnumber", "claimno", "claimnum", "patientcontrolnumber", "clm01"]
    case .patient:
      [
        "patient", "patientid", "patid", "patnum", "patientnumber", "patientno", "patientnum", "chart",
        "chartnumber", "chartno", "patientchart", "patguid", "patientguid",
      ]
    case .payer:
      [
        "payer", "payerid", "payername", "carrier", "carriername", "insurance", "insurancename",
        "insurancecompany", "insplan", "plan",
      ]
    case .date:
      [
        "date", "dateofservice", "servicedate", "dos", "proceduredate", "procdate", "fromdate", "datefrom",
        "servicefromdate", "dateservice", "trandate", "transactiondate", "datecompleted", "completeddate",
        "completiondate",
      ]
    case .code:
      [
        "code", "procedurecode", "proccode", "cdtcode", "cdt", "adacode", "servicecode", "cptcode", "cpt",
        "hcpcs", "treatmentcode", "procedure", "proc", "ada",
      ]
    case .units: ["units", "unit", "unitqty", "unitcount", "qty", "quantity"]
    case .area:
      ["area", "areaoforalcavity", "oralcavityarea", "oralcavity", "areaofmouth", "quadrant", "quad", "arch"]
    case .tooth: ["tooth", "toothnumber", "toothno", "toothnum", "teeth", "toothnumbers", "th", "toothcode"]
    case .narrative: ["narrative", "note", "notes", "claimnote", "claimnotes", "remarks", "remark"]
    case .attachment:
      [
        "attachment", "attachments", "attached", "attachmenttype", "attachmentid", "attachmentnumber", "pwk",
        "nea", "neanumber", "enclosures",
      ]
    case .orthodontic: ["orthodontic", "ortho", "isortho", "orthodontics", "fororthodontics"]
    case .predetermination:
      ["predetermination", "preauth", "preauthorization", "pretreatment", "preestimate"]
    case .charge:
      [
        "charge", "charges", "fee", "amount", "procfee", "ucr", "billed", "billedamount", "price",
        "claimamount",
      ]
    }
  }

  /// The names of columns that together identify a patient where no column does alone.
  static let partsOfPatient = [
    "lastname", "lname", "patientlastname", "firstname", "fname", "patientfirstname", "patientname",
    "patname",
    "name", "dob", "dateofbirth", "birthdate", "birthday", "patientdob", "memberid", "member", "subscriberid",
    "subscriber", "subscribernumber", "subscriberlastname", "subscriberfirstname", "subscriberdob",
  ]
}
