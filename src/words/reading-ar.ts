import { EVENTS } from "./ar.ts"
import { pluralizer, type ArabicForms } from "./plural.ts"
import type { ReadingWords } from "./reading.ts"

/** The texts on how a file was read, in Arabic. */
export function arabicReading(digits: (n: number) => string): ReadingWords {
  const count = pluralizer<ArabicForms>("ar", digits)
  const events = (n: number) => count(n, EVENTS)
  return {
    firstShown: "تظهر أولى الأحداث",
    megabytesRead: (done, total) =>
      `قُرئ ${digits(done)} ${total === null ? "" : `من ${digits(total)} `}ميغابايت`,
    stopping: "يجري الإيقاف…",
    readAnew: "انقطعت القراءة وبدأت من جديد.",
    stoppedAt(n, percent) {
      // After a preposition, which governs the noun.
      const at = `أُوقفت القراءة عند ${count(n, { ...EVENTS, two: "حدثين" })}`
      if (percent === null) return `${at}: جزء من الملف.`
      return `${at}، ${percent < 1 ? "أقل من واحد" : `نحو ${digits(percent)}`} في المئة من الملف.`
    },
    notReadAgain: "تعذرت قراءة الملف من جديد.",

    formats: {
      csv: "جدول نصي (CSV)",
      xlsx: "جدول Excel",
      parquet: "أعمدة (Parquet)",
      arrow: "أعمدة (Arrow)",
      acled: "أحداث من ACLED",
      gdelt: "أحداث من GDELT",
      gtd: "قاعدة بيانات الإرهاب العالمي (GTD)",
      ucdp: "أحداث من UCDP",
      timelinejs: "خط زمني من TimelineJS",
      vis: "بيانات vis-timeline",
      simile: "خط زمني من SIMILE",
      timemap: "أحداث من TimeMap",
      ical: "تقويم (iCalendar)",
      wikidata: "نتيجة استعلام من ويكي بيانات (Wikidata)",
      geojson: "خريطة (GeoJSON)",
      "linked-places": "أماكن عبر الزمن (Linked Places)",
      "json-ld": "أحداث من صفحة ويب (schema.org)",
      json: "JSON",
      jsonl: "JSON Lines",
    },
    readAs: format => `قُرئ الملف على أنه ${format}.`,
    counts: ({ read, shown, leftOut, values, guessed }) => {
      const told =
        leftOut > 0 ? `: عُرض ${digits(shown)} وتُرك ${digits(leftOut)}` : read > 2 ? "، كلها معروضة" : ""
      const lost = count(values, {
        zero: "ولم تُترك قيمة",
        one: "وتُركت قيمة واحدة",
        two: "وتُركت قيمتان",
        few: "وتُركت {n} قيم",
        many: "وتُركت {n} قيمة",
        other: "وتُركت {n} قيمة",
      })
      const mended = count(guessed, {
        zero: "ولم يُخمَّن شيء",
        one: "وخُمّن أمر واحد أو أُصلح",
        two: "وخُمّن أمران أو أُصلحا",
        few: "وخُمّنت {n} أمور أو أُصلحت",
        many: "وخُمّن {n} أمرًا أو أُصلح",
        other: "وخُمّن {n} أمر أو أُصلح",
      })
      return `${events(read)}${told}${values > 0 ? `؛ ${lost}` : ""}${guessed > 0 ? `؛ ${mended}` : ""}.`
    },
    endedEarly: "انتهت القراءة عند خلل، وكل ما بعده غائب.",
    encodingIs: name => `ترميز الحروف: ${name}.`,
    doubts: {
      "named-in-part": ({ guessed }) =>
        `أُخذت أعمدة بجزء من أسمائها: ${guessed.map(name => `«${name}»`).join("، ")}.`,
      "no-date": () => "لم يُعثر على عمود للتواريخ.",
      "no-title": () => "لم يُعثر على عمود يقول ماذا حدث.",
      "several-dates": ({ column }) => `أكثر من عمود يصلح للتاريخ، وأُخذ «${column}».`,
      order: ({ order }) =>
        `لا شيء يميز اليوم من الشهر، فعُدّ ${order === "dmy" ? "اليوم" : "الشهر"} هو الأول.`,
      encoding: ({ encoding }) => `ترميز الحروف تخمين: ${encoding}.`,
    },
    matchColumns: "مطابقة الأعمدة",
    seeList: "اعرض القائمة",

    matchIntro: "حدد ما يحمله كل عمود، وتحته ما تصير إليه الصفوف الأولى.",
    columnsTitle: "أعمدة الملف",
    leftAlone: "يُهمل",
    groups: { what: "ماذا", when: "متى", who: "مَن", where: "أين", more: "غير ذلك" },
    fields: {
      id: "المعرّف",
      title: "العنوان",
      summary: "النص",
      when: "التاريخ",
      start: "تاريخ البداية",
      end: "تاريخ النهاية",
      year: "السنة",
      month: "الشهر",
      day: "اليوم",
      time: "الساعة",
      hour: "الساعة (رقمًا)",
      minute: "الدقيقة",
      second: "الثانية",
      endYear: "سنة النهاية",
      endMonth: "شهر النهاية",
      endDay: "يوم النهاية",
      endTime: "ساعة النهاية",
      whenText: "التاريخ بعبارة المصدر",
      reported: "تاريخ النشر",
      actor: "الأطراف",
      place: "المكان",
      within: "المنطقة أو البلد",
      lat: "خط العرض",
      lon: "خط الطول",
      type: "النوع",
      status: "الحالة",
      source: "المصدر",
      tag: "الوسوم",
      killed: "القتلى",
      killedMin: "القتلى (حد أدنى)",
      killedMax: "القتلى (حد أعلى)",
      injured: "الجرحى",
      injuredMin: "الجرحى (حد أدنى)",
      injuredMax: "الجرحى (حد أعلى)",
      precision: "دقة التاريخ",
    },
    order: "ترتيب اليوم والشهر",
    orders: {
      dmy: `اليوم أولًا: ${digits(31)}/${digits(12)}`,
      mdy: `الشهر أولًا: ${digits(12)}/${digits(31)}`,
    },
    encoding: "ترميز الحروف",
    encodings: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16 (الأعلى أولًا)",
      "windows-1252": "لغات غرب أوروبا (windows-1252)",
      "windows-1256": "العربية (windows-1256)",
      "windows-1251": "السيريلية (windows-1251)",
      "windows-1250": "لغات وسط أوروبا (windows-1250)",
      "windows-1253": "اليونانية (windows-1253)",
      "windows-1254": "التركية (windows-1254)",
      "windows-1255": "العبرية (windows-1255)",
      "iso-8859-6": "العربية (ISO 8859-6)",
      "koi8-r": "السيريلية (KOI8-R)",
      ibm866: "السيريلية (DOS 866)",
      macintosh: "لغات غرب أوروبا (Mac)",
      gb18030: "الصينية (GB 18030)",
      shift_jis: "اليابانية (Shift JIS)",
      "euc-kr": "الكورية (EUC-KR)",
    },
    recognised: name => `كما عُرف: ${name}`,
    recognisedAlone: "كما عُرف",
    previewTitle: "ما تصير إليه الصفوف الأولى",
    previewCount: (n, undated) =>
      n === 0
        ? "لا يفيد أي صف شيئًا بهذه الأعمدة."
        : `${events(n)}${
            undated > 0
              ? `، ${count(undated, {
                  zero: "",
                  one: "واحد منها بلا تاريخ",
                  two: "اثنان منها بلا تاريخ",
                  few: "{n} منها بلا تاريخ",
                  many: "{n} منها بلا تاريخ",
                  other: "{n} منها بلا تاريخ",
                })}`
              : ""
          }`,
    apply: "اقرأه هكذا",
    cancel: "إلغاء",
    reset: "كما عُرفت",
    allKinds: "الكل",
    saveTable: "احفظها جدولًا (CSV)",
    leftOutTitle: "ما تُرك أو خُمّن",
    leftOutIntro: "كل ما سوى ذلك معروض.",
    problemPlaces: {
      row: at => `الصف ${at}`,
      line: at => `السطر ${at}`,
      column: at => `العمود ${at}`,
    },
    problemFound: "وُجد",
    problemExpected: "المتوقع",
    fates: {
      stopped: "أوقف القراءة",
      event: "غير معروض",
      value: "قيم متروكة",
      mended: "خُمّن أو أُصلح",
    },
    fateNotes: {
      stopped: "تعذرت قراءة ما بعده.",
      event: "لا يُعرض شيء من هذه الأحداث. صحّحها في الملف ثم افتحه من جديد.",
      value: "أحداثها معروضة من دونها. صحّحها في الملف ثم افتحه من جديد.",
      mended: "هذه معروضة كما فُهمت. تأكد من أن هذا هو المقصود.",
    },
    fateOfOne: {
      stopped: "أوقف القراءة",
      event: "تُرك ولا يُعرض",
      value: "تُركت القيمة وحدثها معروض",
      mended: "خُمّن أو أُصلح",
    },
    problemWholes: { row: "الصف", line: "السطر", event: "الحدث", file: "الملف" },
    times: n =>
      count(n, {
        zero: "ولا مرة",
        one: "مرة واحدة",
        two: "مرتين",
        few: "{n} مرات",
        many: "{n} مرة",
        other: "{n} مرة",
      }),
    showAll: n => `اعرضها كلها (${digits(n)})`,
    showFirst: n =>
      count(n, {
        zero: "لا تعرض شيئًا",
        one: "اعرض الأولى",
        two: "اعرض الأوليين",
        few: "اعرض أول {n}",
        many: "اعرض أول {n}",
        other: "اعرض أول {n}",
      }),
    showFewer: "اعرض أقل",
    restInTable: n => `وغيرها في الجدول الذي يمكن حفظه: ${digits(n)}.`,
    beyond: n =>
      count(n, {
        zero: "ولا مشكلة غيرها.",
        one: "وعُدّت مشكلة أخرى ولم تُسرد.",
        two: "وعُدّت مشكلتان أخريان ولم تُسردا.",
        few: "وعُدّت {n} مشكلات أخرى ولم تُسرد.",
        many: "وعُدّت {n} مشكلة أخرى ولم تُسرد.",
        other: "وعُدّت {n} مشكلة أخرى ولم تُسرد.",
      }),
  }
}
