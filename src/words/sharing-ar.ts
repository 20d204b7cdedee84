import { pluralizer, type ArabicForms } from "./plural.ts"
import { lossesIn, type SharingWords } from "./sharing.ts"

export function arabicSharing(digits: (n: number) => string): SharingWords {
  const count = pluralizer<ArabicForms>("ar", digits)
  return {
    title: "مشاركة وحفظ",
    tabs: { link: "الرابط والشفرة", files: "صور وملفات", report: "تقرير" },

    picture: "صورة لهذا المشهد",
    pictureHint: "مع العنوان والتصفية والمصادر والتاريخ، وللفترة المعروضة نفسها.",
    appearance: "المظهر",
    savePng: "احفظ بصيغة PNG",
    saveSvg: "احفظ بصيغة SVG",
    page: "الخط الزمني كله في ملف HTML واحد",
    pageHint: "بكل الأحداث وكل أدوات التصفية، ويبدأ بهذا المشهد. يُفتح من القرص بلا شبكة، على الدوام.",
    savePage: "احفظ ملف HTML واحدًا",
    filesOf: events => `${events} في ملف`,
    kinds: {
      json: ["مستند ديتلاين (JSON)", "كل شيء، ويُفتح هنا من جديد"],
      csv: ["جدول (CSV)", "لبرامج الجداول، ويُفتح هنا من جديد"],
      ical: ["تقويم (iCalendar)", "لبرامج التقويم"],
      jsonld: ["بيانات مترابطة (JSON-LD)", "بمفردات schema.org لمحركات البحث"],
    },
    save: name => `احفظ: ${name}`,
    saving: "يُعدّ الملف…",
    stopped: "أُوقف الإعداد، ولم يُنشأ أي ملف.",
    saved: fileName => `أُعدّ الملف ${fileName}.`,
    failed: why => `تعذّر إعداد الملف: ${why}`,
    notIn: what => `لا يتسع لما يأتي: ${what}.`,
    losses: lossesIn("ar"),

    copyText: "انسخ نصًّا",
    print: "اطبع",
    copied: "نُسخ",
    notCopied: "لا يسمح المتصفح لهذه الصفحة بالنسخ: حدِّد النص وانسخه بيدك.",
    sources: "المصادر",
    counts: "الأعداد",
    events: "الأحداث",
    more: n =>
      count(n, {
        zero: "ولا أحداث أخرى",
        one: "وحدث آخر",
        two: "وحدثان آخران",
        few: "و{n} أحداث أخرى",
        many: "و{n} حدثًا آخر",
        other: "و{n} حدث آخر",
      }),
    moreValues: n => `وغيرها (${digits(n)})`,
    moreTypes: n =>
      count(n, {
        zero: "ولا أنواع أخرى",
        one: "ونوع آخر",
        two: "ونوعان آخران",
        few: "و{n} أنواع أخرى",
        many: "و{n} نوعًا آخر",
        other: "و{n} نوع آخر",
      }),
    ownLanes: (own, all) => `${digits(own)} من ${digits(all)} في مسارات خاصة بها`,
    inView: stretch => `المعروض: ${stretch}`,
    filtersAre: list => `التصفية: ${list}`,
    sourcesAre: list => `المصادر: ${list}`,
    made: date => `أُعدّ ببرنامج ديتلاين، ${date}`,
  }
}
