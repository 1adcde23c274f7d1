import stopWords from 'stopwords-iso';

/** Languages in Latin letters that are told apart from English. */
const LANGUAGES = [
  'es',
  'de',
  'fr',
  'pt',
  'it',
  'nl',
  'id',
  'vi',
  'pl',
  'tr',
  'sv',
  'da',
  'no',
  'fi',
  'hu',
  'ro',
  'tl',
  'ca-short',
  'cs-short',
  'ms-short',
  'hi-latn',
  'ja-latn',
  'ko-latn',
  'zh-latn',
  'ru-latn',
] as const;

/**
 * Words of product talk that the published lists of function words lack, so that a short comment is recognised too. Languages with other
 * scripts have the words by which they are known in Latin letters. Words that English comments use as well are left out.
 */
const TALK: Readonly<Partial<Record<(typeof LANGUAGES)[number], string>>> = {
  es: `producto batería bateria pantalla envío envio pedido gracias malo mala buena excelente servicio funciona
    recomiendo genial basura asco estafa pésimo pesimo encanta encantó feo fea barato caro carísimo mierda peor
    mejor bueno roto rota llegó llego contento contenta devolución increíble perfecto perfecta decepción rápido
    lento calidad tienda dinero ayuda hola amigos`,
  de: `akku handy lieferung leider toll kaputt versand qualität qualitaet empfehlen schlecht zufrieden schrott müll
    muell klasse geil mies teuer billig enttäuscht enttaeuscht scheiße scheisse schlimm furchtbar hervorragend
    spitze katastrophe frechheit abzocke defekt funktioniert bestellt geliefert schnell langsam gefällt gefaellt
    wunderbar danke bitte nie wieder sehr echt unbrauchbar gerät geraet schade absturz stürzt nervt nervig
    empfehlenswert unzufrieden begeistert lautstärke kundendienst`,
  fr: `produit livraison merci batterie qualité déçu decu nul nulle remboursement horreur arnaque moche génial
    géniale parfait parfaite cassé cassée marchait pourri pourrie vraiment rien trop beaucoup chère mauvais
    mauvaise bonne bien décevant décevante écouteurs commande reçu recu dommage casque fonctionne`,
  pt: `produto bateria chegou péssimo pessimo ótimo otimo adorei gostei obrigado obrigada entrega lixo horrível
    horrivel ruim bom muito amei quebrou quebrado decepção maravilhoso maravilhosa recomendo caro barato perfeito
    perfeita golpe demora demorou funciona`,
  it: `prodotto batteria ottimo ottima pessimo pessima consegna telefono grazie bello bella consigliato schermo
    funziona schifo schifoso delusione deluso delusa bellissimo bellissima fantastico rotto rotta perfetto
    perfetta soldi truffa brutto brutta buono buona lento caro peccato bene male spazzatura arrivato arrivata
    comprato consiglio sconsiglio schifezza vergogna`,
  nl: `goed geleverd batterij snel kapot bestelling geweldig aanrader slecht waardeloos rotzooi prachtig duur
    goedkoop tevreden teleurgesteld mooi lekker helaas werkt bagger troep niet kwaliteit`,
  id: `barang bagus produk kecewa pengiriman cepat banget puas mantap pelayanan jelek rusak mahal murah suka keren
    parah lemot sampah baterai gak nggak enak bgt bngt terima kasih makasih kapok sesuai`,
  'ms-short': `barang bagus teruk mahal murah sampah suka tak sedap cantik rosak bateri terbaik`,
  tl: `maganda salamat ang ng ganda panget pangit sira mahal mura bakit sobra bagal basura galing grabe sayang naman
    lang kasi hindi wala`,
  pl: `polecam bardzo dobry dobra słaby slaby tragedia badziewie szmelc działa dziala kiepski masakra porażka
    zajebisty beznadziejny świetny dziękuję dzieki szybko drogo tanio`,
  tr: `çok güzel ürün berbat kötü kotu harika bozuk pahalı ucuz mükemmel mukemmel beğendim begendim rezalet tavsiye
    ederim teşekkürler iyi değil degil cok guzel urun hızlı`,
  vi: `khong duoc ung giao nhanh`,
  sv: `skräp skrap dåligt daligt jättebra jattebra usel fungerar trasig dyrt billigt mycket besviken`,
  da: `elendigt lort dårligt skuffet virker tak meget fedt`,
  no: `elendig dårlig skuffet fungerer takk veldig søppel kjempebra`,
  fi: `huono hyvä hyva paska surkea loistava kiitos rikki toimii kallis halpa todella erinomainen roska pettymys`,
  hu: `rossz jó nagyon szar szuper köszönöm drága szemét kiváló`,
  ro: `proasta bună foarte gunoi multumesc mulțumesc scump ieftin dezamagit stricat`,
  'cs-short': `dobrý dobry špatný spatny hrozný hrozny odpad krása děkuji dekuji nefunguje funguje šmejd smejd skvělý skvely
    velmi`,
  'ca-short': `dolent gràcies moltes molt escombraries funciona bo`,
  'hi-latn': `kya bakwas hai hain nahi nahin nhi bahut bohot bahot accha acha achha achcha achi bura kharab ghatiya paisa
    paise barbad wasool vasool yaar bhai zabardast jhakaas bekar bekaar kaam karta karti karo raha rahi rahe hua
    hui mein mera meri tera mujhe tumhe aap kuch yeh woh aur lekin phir bhi kyun kyu kaise kab kahan abhi wala
    wali wale liya diya gaya gayi dhokha faltu sahi dekho ekdum bilkul itna kitna thik theek jaldi dimag zindagi
    pyaar dost matlab`,
  'ja-latn': `sugoi kono kamera wa desu saikou saiko saitei kawaii hontou honto totemo yabai omoshiroi tsumaranai kirei
    arigatou arigato gozaimasu daisuki kirai muri watashi boku anata desho masu deshita mashita kudasai nai
    nakatta oishii takai yasui hayai osoi warui zannen urusai baka nandeyanen`,
  'ko-latn': `jinjja daebak joha johayo silheo andwae wae neomu jeongmal gomawo kamsahamnida saranghae oppa choego byeollo`,
  'zh-latn': `hao bu haoyong laji zhen shi women zhege nage tai gui pianyi xihuan meiyou shenme zenme chaping haoping cha
    xiexie jiushi piaoliang dianchi`,
  'ru-latn': `ochen horosho khorosho plokho ploho spasibo klass govno otlichno uzhas nichego rabotaet kruto nravitsya`,
};

/** Listed as function words of another language, but written in English too: they say nothing either way. */
const SHARED = new Set(
  `haha nice ur lot start ya car god pic mind ha hit care dog fine final bank cat son tale die dies email word sit war store air da em tom mac mon sam hun
  wo comment min yo rare met mate bland ben door sex gross nah coz design total sale media vid unique pro hat usa sea force hop local van male tan press suit
  favor solo ton exact wen par makin ellen tim gut dat tag fare quest folk ten las les lang mere relative tied global tend logo chi dong pun bare pot le os
  sean mag von den bat multiple pan sob fa hai din mint elle sim dell inn mod unit ham hay hon biz cam super pure circa amen alas phia cliché clichés café
  cafés fiancé fiancée naïve résumé façade déjà touché mélange ho lo ty thnx`.split(/\s+/),
);

/** Letters that English does without. */
const FOREIGN_LETTER = /[ñçßãõåøæœłşğıđươăâêîôûëïöüäáíóúàèìòùéąćęńśźżőűțșřěů¿¡]|[\u1ea0-\u1ef9]/u;
/** Of the words of a text at least this share must speak for the other language: a quoted title makes no comment foreign. */
const MIN_SHARE = 0.2;

const plain = (word: string) => word.normalize('NFC').replace(/['’]/gu, '');
/** Bit of English in {@link languagesOf}; bit n is that of the n-th of {@link LANGUAGES}. */
const ENGLISH = 1 << 30;
/** Which languages know a word. One look-up a word keeps the import quick. */
const languagesOf = new Map<string, number>();
/** Not every language that is known here has a list there. */
const listed: Readonly<Record<string, readonly string[] | undefined>> = stopWords;
for (const word of listed['en'] ?? []) languagesOf.set(plain(word), ENGLISH);
LANGUAGES.forEach((language, index) => {
  for (const word of [...(listed[language] ?? []), ...(TALK[language]?.split(/\s+/) ?? [])].map(plain))
    languagesOf.set(word, (languagesOf.get(word) ?? 0) | (1 << index));
});
for (const word of SHARED) languagesOf.delete(word);

/**
 * Whether a text in Latin letters is in another language than English: for one of the known languages more words speak for it
 * (its function words, or letters that English does without) than for English. Measured: see docs/labels.md.
 */
export function isForeign(prose: string): boolean {
  const words = plain(prose.toLowerCase()).match(/[\p{L}\p{M}¿¡]+/gu) ?? [];
  const known = words.map(
    (word) => languagesOf.get(word) ?? (FOREIGN_LETTER.test(word) && !SHARED.has(word) ? ~ENGLISH : 0),
  );
  const foreign = known.reduce((all, mask) => all | mask, 0);
  return LANGUAGES.some((_, index) => {
    const bit = 1 << index;
    if (!(foreign & bit)) return false;
    // A word that both know speaks for neither.
    const here = known.filter((mask) => mask & bit && !(mask & ENGLISH)).length;
    const inEnglish = known.filter((mask) => mask & ENGLISH && !(mask & bit)).length;
    return here > inEnglish && here >= words.length * MIN_SHARE;
  });
}
