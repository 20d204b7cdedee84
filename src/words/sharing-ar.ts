import { pluralizer, type ArabicForms } from "./plural.ts"
import { lossesIn, type SharingWords } from "./sharing.ts"

export function arabicSharing(digits: (n: number) => string): SharingWords {
  const count = pluralizer<ArabicForms>("ar", digits)
  return {
    title: "مشاركة وحفظ",
    tabs: { link: "الرابط والشفرة", files: "صور وملفات", report: "تقرير" },

    codes: {
      link: ["رابط", "يفتح هذا المشهد بعينه"],
      frame: ["إطار", "لأي صفحة تقبل HTML، بارتفاع ثابت"],
      script: ["برنامج صغير", "إطار يضبط ارتفاعه بنفسه، ويبقى رابطًا إن عُطّلت البرامج"],
      element: ["عنصر", "<event-timeline>، جزء من صفحتك أنت"],
      react: ["React", "المكوّن من الحزمة"],
      amp: ["AMP", "لصفحات AMP، ولا تقبله إلا من https، وموضع السطر الأول رأس الصفحة"],
      oembed: ["oEmbed", "ما تطلبه المواقع الأخرى: احفظه باسم oembed.json وأشر إليه في رأس صفحتك هكذا"],
    },
    showAll: "اعرض الخط الزمني كله",
    codeKind: "ما تريد إعداده",
    code: "الشفرة",
    copy: "انسخ",
    send: "أرسل…",
    preview: "هكذا سيبدو",
    height: "الارتفاع بالبكسل",
    heightFits: "على قدر المحتوى",
    languageAuto: "لغة جهاز القارئ",
    controls: "المعروض",
    parts: {
      title: "العنوان والعدد",
      tools: "المشاهد والتكبير",
      overview: "النظرة العامة",
      foot: "سطر المصدر",
    },
    carry: size => `احمل الأحداث داخل الرابط (${size})، فلا حاجة إلى استضافة شيء`,
    carried: size => `تنتقل الأحداث داخل الرابط (${size}) لأنها على هذا الجهاز وحده.`,
    kilobytes: n => `${n} كيلوبايت`,
    tooLong:
      "هذه الأحداث على هذا الجهاز وحده، وهي أكثر من أن يحملها رابط. احفظها ملفًا وضعه على خادم ويب وافتحه هنا بعنوانه، أو احفظ المشهد ملف HTML واحدًا.",
    packing: "تُضغط الأحداث…",

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
    saved: fileName => `أُعدّ الملف ${fileName}.`,
    failed: why => `تعذّر إعداد الملف: ${why}`,
    notIn: what => `لا يتسع لما يأتي: ${what}.`,
    losses: lossesIn("ar"),

    copyText: "انسخ نصًّا",
    print: "اطبع",
    copied: "نُسخ",
    onlySelected: "لا يسمح المتصفح لهذه الصفحة بالنسخ: النص محدَّد، فانسخه بيدك.",
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
    inView: stretch => `المعروض: ${stretch}`,
    filtersAre: list => `التصفية: ${list}`,
    sourcesAre: list => `المصادر: ${list}`,
    made: date => `أُعدّ ببرنامج ديتلاين، ${date}`,
  }
}
