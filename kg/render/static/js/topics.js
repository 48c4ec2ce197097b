// The same statement made more than once: who agrees, what is disputed, how many outlets carry it.

const AGENTS = new Set(["Person", "Company", "NewsOutlet", "Organization", "Government", "GovernmentBody", "InternationalBody", "Country"]);

/** What a statement is about, alike for all that say the same or its contrary; null where that cannot be told. */
function topicKey(claim) {
  if (claim.s.e === undefined || !claim.o || claim.o.c !== undefined) return null;
  const end = claim.o.e !== undefined ? topicOf(claim.o.e) : "v" + claim.o.v.toLowerCase();
  return JSON.stringify([topicOf(claim.s.e), claim.relation, end]);
}

/**
 * An entity as a topic. A phrase is a node of its article alone, but "acquisition of Calder Shipping" is the
 * same in another one: it says whose. "the deal" may be another.
 */
function topicOf(key) {
  const { label, named } = DATA.entities[key];
  return !named && /\s/.test(label) && /\s\p{Lu}/u.test(label) ? "p" + label.toLowerCase() : "e" + key;
}

/** 1 where a statement says that it is (or will be) so, -1 where it says that it is not, 0 for what may be. */
function signOf(claim) {
  if (claim.modality === "denied") return -1;
  if (claim.modality !== "asserted" && claim.modality !== "planned") return 0;
  return claim.negative ? -1 : 1;
}

/** Whether two statements of one topic can be of the same thing: no other circumstances, no other time. */
function comparable(a, b) {
  const [one, other] = [a, b].map((claim) => claim.q.map((q) => `${q.lead} ${labelOf(q.o)}`.toLowerCase()).sort().join("|"));
  if (one && other && one !== other) return false;
  return !dayOf(a) || !dayOf(b) || during(a, b.from || b.to, b.to || b.from);
}

/** Whose word a statement is: the innermost speaker's, or else the outlet's. */
function voiceOf(claim) {
  return claim.by.length ? claim.by[0] : "outlet " + outletOf(claim);
}

function outletOf(claim) {
  const article = DATA.articles[claim.article];
  return article.source || article.title;
}

function nameOfVoice(claim) {
  return kept(claim.by.length ? DATA.entities[claim.by[0]].label : outletOf(claim));
}

const TOPICS = new Map();
DATA.claims.forEach((claim, i) => {
  const key = topicKey(claim);
  if (key !== null) TOPICS.set(key, [...(TOPICS.get(key) || []), i]);
});

/** Statements that say the same as statement `i`, itself included, and those that the build found to contradict it. */
function echoesOf(i) {
  const claim = DATA.claims[i];
  const others = (TOPICS.get(topicKey(claim)) || [i]).filter((n) => n === i || comparable(claim, DATA.claims[n]));
  const sign = signOf(claim);
  return { same: sign ? others.filter((n) => signOf(DATA.claims[n]) === sign) : [i], contrary: claim.against || [] };
}

const SUPPORT = new Map(); // worked out once: it depends on the data alone

/** Whether as many outlets as `wanted` say what a statement says, or whether it is disputed. */
function supported(claim, wanted) {
  if (!SUPPORT.has(claim)) {
    const { same, contrary } = echoesOf(CLAIM_BY_KEY.get(claim.key));
    SUPPORT.set(claim, { outlets: distinct(same, outletOf).length, disputed: contrary.length > 0 });
  }
  const { outlets, disputed: against } = SUPPORT.get(claim);
  return wanted === "disputed" ? against : outlets >= Number(wanted);
}

function distinct(numbers, read) {
  return [...new Set(numbers.map((i) => read(DATA.claims[i])))];
}

/** What is to be told of statement `i` beside itself: `[text, statements]` for each remark. */
function remarksOn(i) {
  const { same, contrary } = echoesOf(i);
  const remarks = [];
  const outlets = distinct(same, outletOf).length;
  const articles = distinct(same, (claim) => claim.article).length;
  const voices = distinct(same, voiceOf).length;
  if (outlets > 1) remarks.push([`corroborated by ${outlets} outlets`, same]);
  else if (articles > 1) remarks.push([`in ${articles} articles`, same]);
  else if (voices > 1) remarks.push([`said by ${voices}`, same]);
  if (contrary.length) remarks.push(["disputed", [...same, ...contrary]]);
  return remarks;
}

/** Topics that the filters let through and of which `test` says that they matter: the statements of each. */
function topicsWhere(test) {
  const found = [];
  const told = new Set();
  for (const numbers of TOPICS.values()) {
    const seen = shownClaims(numbers).filter((i) => !told.has(i)).map((i) => ({ i, ...echoesOf(i) })).find(test);
    if (!seen) continue;
    const topic = shownClaims([...seen.same, ...seen.contrary]);
    topic.forEach((i) => told.add(i)); // a contradiction by another relation belongs to two topics
    found.push(inTime(topic));
  }
  return found;
}

function disputed() {
  return topicsWhere(({ same, contrary }) => shownClaims(same).length && shownClaims(contrary).length);
}

function agreed() {
  return topicsWhere(({ same, contrary }) => !contrary.length && (distinct(shownClaims(same), voiceOf).length > 1 || distinct(shownClaims(same), outletOf).length > 1));
}

/** For each thing that somebody takes a side on: who is for it and who against, as statement numbers. */
function sides() {
  const found = new Map();
  for (const i of shownSet()) {
    const claim = DATA.claims[i];
    if (!claim.stance || !claim.o || claim.o.c !== undefined || claim.s.e === undefined || !AGENTS.has(DATA.entities[claim.s.e].type)) continue;
    const key = claim.o.e !== undefined ? topicOf(claim.o.e) : "v" + claim.o.v.toLowerCase();
    if (!found.has(key)) found.set(key, { what: claim.o, pro: [], contra: [] });
    found.get(key)[claim.stance > 0 ? "pro" : "contra"].push(i);
  }
  const weight = ({ pro, contra }) => (pro.length && contra.length ? 1000 : 0) + pro.length + contra.length;
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}
