/// LaTeX's commands for accents.
enum LaTeXAccents {
  /// The commands for an accent on the next letter, with the combining characters.
  static let marks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "h": "\u{309}", "r": "\u{30A}",
    "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "textcommabelow": "\u{326}", "c": "\u{327}",
    "k": "\u{328}", "b": "\u{331}", "t": "\u{361}", "textogonekcentered": "\u{328}",
  ]

  /// The characters for an accent on nothing, as in `\~{}`.
  static let alone: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{300}": "`", "\u{301}": "´", "\u{302}": "^", "\u{303}": "~", "\u{308}": "¨",
  ]

  /// Returns a letter with an accent as one character; nil when there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    // Accents are put on a dotless i, whose composed characters are those of the ordinary i.
    let letter: Unicode.Scalar = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    return characters[mark]?[letter]
  }

  private static let characters = table.mapValues { pairs in
    let scalars = Array(pairs.unicodeScalars)
    let starts = stride(from: 0, to: scalars.count - 1, by: 2)
    return Dictionary(uniqueKeysWithValues: starts.map { (scalars[$0], scalars[$0 + 1]) })
  }

  /// The letters that combine with each accent, each followed by the composed character.
  private static let table: [Unicode.Scalar: String] = [
    "\u{300}":
      "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ",
    "\u{301}":
      "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉ"
      + "ĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ",
    "\u{302}":
      "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ",
    "\u{303}":
      "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ",
    "\u{304}":
      "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ",
    "\u{306}":
      "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ",
    "\u{307}":
      "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨ"
      + "ṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ",
    "\u{308}":
      "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ",
    "\u{309}":
      "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ",
    "\u{30A}":
      "AÅaåUŮuůwẘyẙ",
    "\u{30B}":
      "OŐoőUŰuű",
    "\u{30C}":
      "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞ"
      + "hȟ",
    "\u{31B}":
      "OƠoơUƯuư",
    "\u{323}":
      "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợ"
      + "UỤuụƯỰưựYỴyỵ",
    "\u{326}":
      "SȘsșTȚtț",
    "\u{327}":
      "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ",
    "\u{328}":
      "AĄaąEĘeęIĮiįUŲuųOǪoǫ",
    "\u{32D}":
      "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ",
    "\u{331}":
      "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ",
  ]
}
