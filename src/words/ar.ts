import { ARABIC_AXIS } from "./axis-ar.ts"
import { knowAxisDates } from "./dates-language.ts"
import { pluralizer, type ArabicForms } from "./plural.ts"
import type { Words } from "./words.ts"

knowAxisDates("ar", ARABIC_AXIS)

/** Events, counted. */
export const EVENTS: ArabicForms = {
  zero: "لا أحداث",
  one: "حدث واحد",
  two: "حدثان",
  few: "{n} أحداث",
  many: "{n} حدثًا",
  other: "{n} حدث",
}

/** The interface in Arabic. `digits` writes a number as the locale does; every counted message has its six forms. */
export function arabic(digits: (n: number) => string): Words {
  const count = pluralizer<ArabicForms>("ar", digits)
  const events = (n: number) => count(n, EVENTS)
  /** The noun after "of": the number always stands as a figure there. */
  const eventsCounted = (n: number) =>
    count(n, {
      zero: "{n} حدث",
      one: "{n} حدث",
      two: "{n} حدث",
      few: "{n} أحداث",
      many: "{n} حدثًا",
      other: "{n} حدث",
    })
  const words: Words = {
    dir: "rtl",
    events,
    countOf: (passed, total) => `${digits(passed)} من ${eventsCounted(total)}`,
    undated: n =>
      count(n, {
        zero: "لا أحداث بلا تاريخ",
        one: "حدث واحد بلا تاريخ",
        two: "حدثان بلا تاريخ",
        few: "{n} أحداث بلا تاريخ",
        many: "{n} حدثًا بلا تاريخ",
        other: "{n} حدث بلا تاريخ",
      }),
    problems: n =>
      count(n, {
        zero: "لا ملاحظات على الملف",
        one: "ملاحظة واحدة على الملف",
        two: "ملاحظتان على الملف",
        few: "{n} ملاحظات على الملف",
        many: "{n} ملاحظة على الملف",
        other: "{n} ملاحظة على الملف",
      }),

    appName: "ديتلاين",
    untitled: "بلا عنوان",
    facets: {
      actor: "الأطراف",
      place: "الأماكن",
      type: "الأنواع",
      status: "الحالة",
      tag: "الوسوم",
      source: "المصادر",
    },
    notStated: "غير مذكور",
    statuses: {
      occurred: "وقع",
      ongoing: "مستمر",
      announced: "معلن",
      planned: "مقرر",
      possible: "محتمل",
      claimed: "مزعوم",
      denied: "منفي",
      cancelled: "ملغى",
    },
    shows: { timeline: "الخط الزمني", list: "القائمة", map: "الخريطة", matrix: "المصفوفة", story: "القصة" },
    laneFields: {
      actor: "الطرف",
      place: "المكان",
      type: "النوع",
      status: "الحالة",
      source: "المصدر",
      none: "بلا مسارات",
    },
    everyone: "كل الأحداث",
    theRest: "سائر الأحداث",

    skipTo: { timeline: "الانتقال إلى الخط الزمني", list: "الانتقال إلى القائمة" },
    search: "بحث",
    searchHint: "ابحث عن كلمات أو اسم أو تاريخ",
    filterBy: "تصفية بـ",
    filters: "التصفية",
    settings: "الإعدادات",
    share: "مشاركة",
    view: "العرض",
    lanesBy: "المسارات حسب",
    zoomIn: "تقريب",
    zoomOut: "إبعاد",
    fitAll: "اعرض المدة كلها",
    fitFiltered: "اعرض مدة ما بقي بعد التصفية",
    earlier: "إلى الأسبق",
    later: "إلى الأحدث",

    searchIn: facet => `ابحث في ${facet}`,
    only: "وحده",
    exclude: "دون",
    onlyValue: name => `وحده: ${name}`,
    excludeValue: name => `دون ${name}`,
    showAllValues: n => `اعرض الكل (${digits(n)})`,
    showFewer: "اعرض أقل",
    clear: "مسح",
    clearFacet: facet => `مسح تصفية ${facet}`,
    expand: name => `أظهر ما يتبع ${name}`,
    collapse: name => `أخف ما يتبع ${name}`,

    howToMove: "اسحب للتحرك، وأدر العجلة للتقريب، وانقر حدثًا لفتحه. اضغط ? لقائمة المفاتيح.",
    howToMoveEmbed: "اسحب للتحرك، واضغط Ctrl مع العجلة للتقريب، وانقر حدثًا لفتحه.",
    howToMoveTouch: "اسحب للتحرك، وبإصبعين للتقريب، والمس حدثًا لفتحه.",
    howToMoveTouchEmbed: "بإصبعين للتحرك والتقريب، والمس حدثًا لفتحه.",
    drawingDescription:
      "تنتقل مفاتيح الأسهم من حدث إلى حدث في الزمن وبين المسارات. يفتح Enter الحدث ويغلقه Escape، والزائد والناقص للتقريب والإبعاد، والصفر للمدة كلها، وعلامة الاستفهام لقائمة المفاتيح.",
    overview: "لمحة عن المدة كلها",
    startOfView: "بداية المعروض",
    endOfView: "نهاية المعروض",
    pinLane: name => `أبق ${name} في الأعلى`,
    unpinLane: name => `لا تبق ${name} في الأعلى`,
    laneSummary: (name, n) => `${name}، ${events(n)}`,
    viewIs: stretch => `المعروض: ${stretch}`,
    daysFrom: days => {
      if (days === 0) return "يوم الحدث"
      const many = count(Math.abs(days), {
        zero: "{n} يوم",
        one: "يوم",
        two: "يومين",
        few: "{n} أيام",
        many: "{n} يومًا",
        other: "{n} يوم",
      })
      return days < 0 ? `قبل ${many}` : `بعد ${many}`
    },
    countFrom: title => `محسوبًا من: ${title}`,
    countDates: "أعد إظهار التواريخ",

    details: "الحدث",

    loading: "جارٍ التحميل",
    loadingFile: name => `جارٍ تحميل ${name}`,
    stop: "إيقاف",
    readWhole: "اقرأه كله",
    openOther: "فتح",
    openTitle: "فتح ملف",
    tryAgain: "حاول مرة أخرى",
    broken: ["تعذر فتح الملف.", "حاول مرة أخرى أو افتح غيره."],

    openInFull: "افتح كاملًا",
    source: name => `المصدر: ${name}`,

    more: async () => ({ ...words, ...(await import("./more-ar.ts")).moreArabic(words, digits) }),
  }
  return words
}
