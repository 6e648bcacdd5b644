// Verifies seals by docs/panel-file-format.md alone, with npm's jose.
// Reads {facts, seals: [{digest, jws}], sealed_sheets: [{sha256, payload}]} from standard input and
// writes [{ok, step, detail, digest, receipt, thumbprint, keyProven}], one entry a seal.
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { calculateJwkThumbprint, compactVerify, exportJWK, importJWK } from "jose";

const MANIFEST = ["assessment", "assessment_key", "earlier", "enrolment", "instrument", "issue",
  "judge", "log", "mode", "number", "open", "reason", "sheets", "time", "type", "version"];
const ENROLMENT = ["assessment", "conflicts", "issue", "judge", "thumbprint", "time", "type",
  "version"];
const SHEET = ["abstained", "changed", "evidence", "judge", "name", "notes", "reason", "region",
  "state", "values"];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DIGEST = /^[0-9a-f]{64}$/;
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

class Refused extends Error {
  constructor(step, detail) {
    super(detail);
    this.step = step;
  }
}

const need = (holds, step, detail) => {
  if (!holds) throw new Refused(step, detail);
};
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const sorted = (items) => items.every((item, i) => i === 0 || items[i - 1] < item);
const exactly = (object, keys) => object !== null && typeof object === "object"
  && !Array.isArray(object) && Object.keys(object).sort().join() === [...keys].sort().join();

function strictBase64url(text, step) {
  const bytes = Buffer.from(text, "base64url");
  need(bytes.toString("base64url") === text, step, "not strict base64url");
  return bytes;
}

function write(value) {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).sort().map((key) => {
      if (!/^[\x00-\x7f]*$/.test(key)) throw new Error("key is not ASCII");
      return `${JSON.stringify(key)}:${write(value[key])}`;
    });
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error("no integer");
  if (typeof value === "string" && value !== value.normalize("NFC")) throw new Error("not NFC");
  return JSON.stringify(value);
}

function readCanonical(bytes, step) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    need(write(value) === text, step, "not canonical JSON");
    return value;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(step, error.message);
  }
}

function keyOf(der) {
  let key;
  try {
    key = new X509Certificate(der).publicKey;
  } catch (error) {
    throw new Refused(2, "no X.509 certificate");
  }
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "ec" && namedCurve === "prime256v1") return [key, "ES256"];
  need(key.asymmetricKeyType === "rsa" && modulusLength >= 2048 && modulusLength <= 8192, 2,
    "key is not allowed");
  return [key, "RS256"];
}

async function verified(jws, key, alg, step) {
  try {
    return (await compactVerify(jws, key, { algorithms: [alg] })).payload;
  } catch (error) {
    throw new Refused(step, error.message);
  }
}

function checkManifest(manifest) {
  need(exactly(manifest, MANIFEST), 5, "keys of the manifest");
  need(manifest.type === "smartcity-desktop/seal" && manifest.version === 1, 5, "type or version");
  need(INSTANT.test(manifest.time) && DIGEST.test(manifest.instrument), 5, "time or instrument");
  need(exactly(manifest.log, ["count", "head"]) && DIGEST.test(manifest.log.head), 5, "log");
  need(manifest.earlier.every((digest) => DIGEST.test(digest)) && sorted(manifest.earlier), 5,
    "earlier");
  need(manifest.number === manifest.earlier.length + 1, 5, "number");
  const regions = manifest.sheets.map((sheet) => sheet.region);
  need(manifest.sheets.every((sheet) => exactly(sheet, ["region", "sha256"])
    && DIGEST.test(sheet.sha256)), 5, "sheets");
  need(sorted(regions) && sorted(manifest.open), 5, "order of regions");
  need(!manifest.open.some((region) => regions.includes(region)), 5, "sealed and open");
}

function checkFacts(manifest, facts) {
  for (const name of ["assessment", "mode", "instrument", "assessment_key"]) {
    need(manifest[name] === facts[name], 6, name);
  }
  need(manifest.judge === facts.judge && manifest.issue === facts.issue, 7, "judge or issue");
}

async function checkEnrolment(manifest, facts) {
  const proof = manifest.enrolment;
  need(proof.split(".").length === 3, 8, "no compact JWS");
  const header = readCanonical(strictBase64url(proof.split(".")[0], 8), 8);
  need(exactly(header, ["alg", "typ"]) && header.typ === "smartcity-enrolment", 8, "header");
  const key = await importJWK(JSON.parse(facts.issue_key), "ES256");
  const enrolment = readCanonical(await verified(proof, key, "ES256", 8), 8);
  need(exactly(enrolment, ENROLMENT), 8, "keys of the proof");
  need(enrolment.type === "smartcity-desktop/enrolment" && enrolment.version === 1, 8, "type");
  for (const name of ["assessment", "judge", "issue"]) {
    need(enrolment[name] === manifest[name], 8, name);
  }
  return enrolment;
}

function checkSheet(bytes, region, manifest, facts, declared) {
  const sheet = readCanonical(bytes, 11);
  need(exactly(sheet, SHEET), 11, "keys of the sheet");
  need(sheet.judge === manifest.judge && sheet.region === region, 11, "judge or region");
  need(["scored", "recused", "absent"].includes(sheet.state), 11, "state");
  need(exactly(sheet.changed, ["count", "first", "last"]) && sheet.changed.count >= 1, 11,
    "changed");
  need(sheet.values.length === facts.indicators.length, 11, "number of values");
  facts.indicators.forEach((id, i) => {
    const value = sheet.values[i];
    const excused = Object.hasOwn(sheet.abstained, id);
    if (sheet.state !== "scored" || excused) return need(value === null, 11, `${id} has a value`);
    const { min, max, step } = facts.permitted[id];
    return need(Number.isSafeInteger(value) && value >= min && value <= max
      && (value - min) % step === 0, 11, `${id}: ${value} is not permitted`);
  });
  const barred = [...facts.conflicts_of_interest, ...declared].includes(region);
  need(!(barred && sheet.state === "scored"), 11, "conflict of interest");
}

function receiptOf(digest) {
  let bits = BigInt(`0x${digest.slice(0, 20)}`);
  let letters = "";
  for (let i = 0; i < 16; i += 1) {
    letters = CROCKFORD[Number(bits & 31n)] + letters;
    bits >>= 5n;
  }
  return letters.match(/.{4}/g).join("-");
}

async function verifySeal({ digest, jws }, facts, payloads, listed) {
  const parts = jws.split(".");
  need(parts.length === 3, 1, "not three parts");
  const [head, manifestBytes] = parts.map((part) => strictBase64url(part, 1));
  const header = readCanonical(head, 1);
  need(exactly(header, ["alg", "typ", "x5c"]) && header.typ === "smartcity-seal", 1, "header");
  need(Array.isArray(header.x5c) && header.x5c.length >= 1 && header.x5c.length <= 10, 1, "x5c");
  const [key, alg] = keyOf(Buffer.from(header.x5c[0], "base64"));
  need(header.alg === alg, 3, `algorithm ${header.alg}`);
  await verified(jws, key, alg, 4);
  const manifest = readCanonical(manifestBytes, 5);
  checkManifest(manifest);
  checkFacts(manifest, facts);
  const enrolment = await checkEnrolment(manifest, facts);
  const regions = [...manifest.sheets.map((sheet) => sheet.region), ...manifest.open].sort();
  need(regions.join() === facts.regions.join(), 9, "regions");
  need([...payloads.keys()].every((known) => listed.has(known)), 10, "payload without a seal");
  for (const { region, sha256: wanted } of manifest.sheets) {
    need(payloads.has(wanted), 11, `sheet of ${region} is missing`);
    const bytes = Buffer.from(payloads.get(wanted), "utf-8");
    need(sha256(bytes) === wanted, 11, `sheet of ${region} was changed`);
    checkSheet(bytes, region, manifest, facts, enrolment.conflicts.map((c) => c.region));
  }
  const computed = sha256(jws.slice(0, jws.lastIndexOf(".")));
  need(computed === digest, 12, "digest");
  const thumbprint = await calculateJwkThumbprint(await exportJWK(key));
  return { ok: true, digest, receipt: receiptOf(digest), thumbprint,
    keyProven: thumbprint === enrolment.thumbprint };
}

function listedBy(seals) {
  const listed = new Set();
  for (const { jws } of seals) {
    try {
      JSON.parse(Buffer.from(jws.split(".")[1], "base64url")).sheets
        .forEach((sheet) => listed.add(sheet.sha256));
    } catch { /* such a seal is refused by itself */ }
  }
  return listed;
}

const { facts, seals, sealed_sheets: sheets } = JSON.parse(readFileSync(0, "utf-8"));
const payloads = new Map(sheets.map((sheet) => [sheet.sha256, sheet.payload]));
const listed = listedBy(seals);
const results = [];
for (const seal of seals) {
  try {
    results.push(await verifySeal(seal, facts, payloads, listed));
  } catch (error) {
    results.push({ ok: false, step: error.step ?? 0, detail: error.message });
  }
}
process.stdout.write(JSON.stringify(results));
