import CodingRules

/// A field of a claim line that a table column can provide.
package enum ClaimField: String, CaseIterable, Sendable {
  /// The id of the claim.
  case claim
  /// The identity of the patient, which may take several columns.
  case patient
  /// The payer; lines for different payers are not compared.
  case payer
  /// The date of service.
  case date
  /// The procedure code.
  case code
  /// The number of units.
  case units
  /// The area of the oral cavity.
  case area
  /// The tooth number.
  case tooth
  /// A narrative or note.
  case narrative
  /// An attachment.
  case attachment
  /// Whether the claim is marked as orthodontic.
  case orthodontic
  /// Whether the line is a predetermination, for work not yet done.
  case predetermination
  /// The status of the procedure in the office's records, which tells what is planned or not billed.
  case status
  /// The charge, which no check reads.
  case charge

  /// The fact that the column provides; nil for fields that all lines have or no check reads.
  var fact: LineFacts? {
    switch self {
    case .area: .area
    case .tooth: .tooth
    case .narrative: .narrative
    case .attachment: .attachment
    case .orthodontic: .orthodontic
    case .claim, .patient, .payer, .date, .code, .units, .predetermination, .status, .charge: nil
    }
  }

  /// Whether all matching columns are read, not just the first.
  var allowsMultiple: Bool { self == .narrative || self == .attachment }

  /// The recognized column names, in lowercase letters and digits only, most reliable first.
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
    case .status: ["procstatus", "procedurestatus"]
    case .charge:
      [
        "charge", "charges", "fee", "amount", "procfee", "ucr", "billed", "billedamount", "price",
        "claimamount",
      ]
    }
  }

  /// Column names that identify a patient together, if there is no single column.
  static let patientParts = [
    "lastname", "lname", "patientlastname", "firstname", "fname", "patientfirstname", "patientname",
    "patname",
    "name", "dob", "dateofbirth", "birthdate", "birthday", "patientdob", "memberid", "member", "subscriberid",
    "subscriber", "subscribernumber", "subscriberlastname", "subscriberfirstname", "subscriberdob",
  ]
}
