"""The Copernicus Data Space Ecosystem as far as the toolkit uses it: identity, OData catalogue, Nodes, downloads.

Paging is as recorded (next links with $skip, none beyond 10 000), the rest as documented and reported: tokens that expire,
one-time codes, at most four downloads at a time, zips made on the fly. Faults are switched on by tests.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import io
import json
import re
import secrets
import threading
import time
import uuid
import zipfile
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

import shapely

IDENTITY = "identity.dataspace.copernicus.eu"
CATALOGUE = "catalogue.dataspace.copernicus.eu"
DOWNLOAD = "download.dataspace.copernicus.eu"
STAC = "stac.dataspace.copernicus.eu"
MAX_SKIP, MAX_TOP, MAX_CONNECTIONS = 10_000, 1000, 4


_ITEM_KEYS = {"MTD_MSIL2A.xml": "product_metadata", "MTD_TL.xml": "granule_metadata", "manifest.safe": "safe_manifest"}


@dataclasses.dataclass
class Product:
    """One product: its files by path, and what the catalogue says of it."""

    name: str
    files: dict = dataclasses.field(default_factory=dict)
    footprint: object = None
    start: datetime.datetime = datetime.datetime(2022, 6, 15, 9, 50, 31, tzinfo=datetime.timezone.utc)
    product_type: str = "S2MSI2A"
    cloud: float | None = 10.0
    online: bool = True
    changes: dict = dataclasses.field(default_factory=dict)  # of the OData entry
    with_zip_checksum: bool = True

    @property
    def id(self):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, self.name))

    @classmethod
    def from_folder(cls, folder, footprint, **more):
        """Return the product of a SAFE or SEN3 folder, with a manifest in ESA's form if it has none."""
        files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()}
        return cls(Path(folder).name, files, footprint, **more).with_manifest()

    def with_manifest(self):
        """Return the product with a manifest that names all its files, their sizes and checksums."""
        is_s3 = self.name.startswith("S3")
        rows = []
        for path, data in self.files.items():
            algorithm, digest = (
                ("MD5", hashlib.md5(data).hexdigest())
                if is_s3
                else ("SHA3-256", hashlib.sha3_256(data).hexdigest().upper())
            )
            rows.append(
                f'<dataObject ID="x"><byteStream mimeType="application/octet-stream" size="{len(data)}">'
                f'<fileLocation href="./{path}" locatorType="URL"/>'
                f'<checksum checksumName="{algorithm}">{digest}</checksum></byteStream></dataObject>'
            )
        manifest = (
            '<?xml version="1.0" encoding="UTF-8"?><xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1">'
            f"<dataObjectSection>{''.join(rows)}</dataObjectSection></xfdu:XFDU>"
        ).encode()
        name = "xfdumanifest.xml" if is_s3 else "manifest.safe"
        return dataclasses.replace(self, files={**self.files, name: manifest})

    def zip(self):
        """Return the product as a zip, the same bytes each time."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for path, data in self.files.items():
                archive.writestr(zipfile.ZipInfo(f"{self.name}/{path}"), data)
        return target.getvalue()

    def item(self):
        """Return its STAC item in the recorded form: s3 addresses, and Nodes of OData beside them."""
        assets = {}
        for path, data in self.files.items():
            match = re.search(r"_(B\d[\dA]|SCL)_(\d\dm)\.jp2$", path)
            key = f"{match.group(1)}_{match.group(2)}" if match else _ITEM_KEYS.get(path.rpartition("/")[2])
            if key:
                nodes = "".join(f"/Nodes({part})" for part in (self.name, *path.split("/")))
                https = f"https://{DOWNLOAD}/odata/v1/Products({self.id}){nodes}/$value"
                assets[key] = {
                    "href": f"s3://eodata/Sentinel-2/{self.name}/{path}",
                    "alternate": {"https": {"href": https, "auth:refs": ["oidc"]}},
                    "auth:refs": ["s3"],
                    "file:size": len(data),
                    "file:checksum": f"1620{hashlib.sha3_256(data).hexdigest()}",
                }
        return {
            "type": "Feature",
            "stac_version": "1.1.0",
            "id": self.name.removesuffix(".SAFE"),
            "collection": "sentinel-2-l2a",
            "geometry": shapely.geometry.mapping(self.footprint),
            "bbox": list(self.footprint.bounds),
            "properties": {
                "datetime": self.start.isoformat(),
                "platform": f"sentinel-{self.name[1:3].lower()}",
                "eo:cloud_cover": self.cloud,
                "processing:version": f"{self.name[28:30]}.{self.name[30:32]}",
            },
            "links": [],
            "assets": assets,
        }

    def entry(self):
        """Return what OData says of it, in the recorded form."""
        content = self.zip() if self.with_zip_checksum else b""
        when = self.start.strftime("%Y-%m-%dT%H:%M:%S.%f000Z")[:27] + "Z"
        attributes = [("productType", "String", self.product_type), ("origin", "String", "ESA")]
        if self.cloud is not None:
            attributes.append(("cloudCover", "Double", self.cloud))
        entry = {
            "@odata.mediaContentType": "application/octet-stream",
            "Id": self.id,
            "Name": self.name,
            "ContentType": "application/octet-stream",
            "ContentLength": len(content),
            "OriginDate": when,
            "Online": self.online,
            "S3Path": f"/eodata/Sentinel-2/{self.name}",
            "Checksum": [{"Value": hashlib.md5(content).hexdigest(), "Algorithm": "MD5", "ChecksumDate": when}]
            if self.with_zip_checksum
            else [{}],
            "ContentDate": {"Start": when, "End": when},
            "Footprint": f"geography'SRID=4326;{self.footprint.wkt}'" if self.footprint else None,
            "GeoFootprint": shapely.geometry.mapping(self.footprint) if self.footprint else None,
            "Attributes": [
                {"@odata.type": f"#OData.CSC.{kind}Attribute", "Name": name, "Value": value, "ValueType": kind}
                for name, kind, value in attributes
            ],
            "Assets": [],
        }
        return {**entry, **self.changes}


@dataclasses.dataclass
class Account:
    """Who may log in, and how long a login lasts."""

    username: str = "analyst@example.org"
    password: str = "correct horse"
    totp: str = ""
    life_s: float = 600
    refresh_life_s: float = 3600


class Cdse:
    """The services; ``hosts`` are their request handlers.

    ``fault`` is called with (path, number of the request for it) and may answer a Fault. ``sent`` holds for each path the
    list of (first byte, bytes sent); ``grants`` the kinds of token requests.
    """

    def __init__(self, products=(), account=None, fault=lambda path, number: None, ranges=True):
        self.products = {product.id: product for product in products}
        self.account, self.fault, self.ranges = account or Account(), fault, ranges
        self.entries, self.is_down = None, False  # of the catalogue
        self.bytes_per_s = None
        self.grants, self.sent, self.queries = [], {}, []
        self._tokens, self._refresh_tokens, self._used_codes = {}, {}, set()
        self._lock, self._downloads = threading.Lock(), 0
        self._numbers = {}
        self.busy_s = 0.0  # with the catalogue's answers
        self.most_downloads = 0

    @property
    def hosts(self):
        return {
            IDENTITY: self._handler(post=self._token),
            CATALOGUE: self._handler(get=self._catalogue),
            DOWNLOAD: self._handler(get=self._download),
            STAC: self._handler(get=self._landing, post=self._search),
        }

    def expire_all(self):
        """Let every access token end now."""
        with self._lock:
            self._tokens.clear()

    def end_sessions(self):
        """Let every refresh token end now, too."""
        self.expire_all()
        with self._lock:
            self._refresh_tokens.clear()

    @staticmethod
    def _handler(get=None, post=None):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                get(self) if get else self.send_error(405)

            def do_POST(self):
                post(self) if post else self.send_error(405)

        return Handler

    @staticmethod
    def json(handler, body, status=200, **headers):
        data = json.dumps(body).encode()
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": len(data), **headers}.items():
            handler.send_header(name.replace("_", "-"), str(value))
        handler.end_headers()
        handler.wfile.write(data)

    # identity

    def _token(self, handler):
        length = int(handler.headers.get("Content-Length") or 0)
        fields = dict(parse_qsl(handler.rfile.read(length).decode()))
        with self._lock:
            self.grants.append(fields.get("grant_type"))
            problem = self._problem(fields)
            if problem:
                return self.json(handler, {"error": "invalid_grant", "error_description": problem}, 401)
            now = time.monotonic()
            token, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
            self._tokens[token] = now + self.account.life_s
            self._refresh_tokens[refresh] = now + self.account.refresh_life_s
        return self.json(
            handler,
            {
                "access_token": token,
                "expires_in": self.account.life_s,
                "refresh_expires_in": self.account.refresh_life_s,
                "refresh_token": refresh,
                "token_type": "Bearer",
                "not-before-policy": 0,
                "session_state": str(uuid.uuid4()),
                "scope": "AUDIENCE_PUBLIC openid email profile ondemand_processing user-context",
            },
        )

    def _problem(self, fields):
        if fields.get("client_id") != "cdse-public":
            return "Invalid client"
        if fields.get("grant_type") == "refresh_token":
            is_alive = self._refresh_tokens.pop(fields.get("refresh_token"), 0) > time.monotonic()
            return "" if is_alive else "Token is not active"
        known = (fields.get("username"), fields.get("password")) == (self.account.username, self.account.password)
        if not known:
            return "Invalid user credentials"
        if self.account.totp:
            code = fields.get("totp")
            if code != self.account.totp or code in self._used_codes:
                return "Invalid user credentials"
            self._used_codes.add(code)
        return ""

    # catalogue

    def _catalogue(self, handler):
        started = time.monotonic()
        try:
            self._answer_products(handler)
        finally:
            self.busy_s += time.monotonic() - started

    def _answer_products(self, handler):
        parts = urlsplit(handler.path)
        self.queries.append(parts.query)
        if self.is_down:
            return self.json(handler, {"detail": "maintenance"}, 503)
        if parts.path != "/odata/v1/Products":
            return self.json(handler, {"detail": "Not Found"}, 404)
        options = parse_qs(parts.query)
        top, skip = int(options.get("$top", ["20"])[0]), int(options.get("$skip", ["0"])[0])
        if top > MAX_TOP or skip > MAX_SKIP:
            return self.json(handler, {"detail": [{"msg": "ensure this value is less than or equal"}]}, 422)
        entries = self.entries if self.entries is not None else [p.entry() for p in self.products.values()]
        wanted = [entry for entry in entries if _matches(entry, options.get("$filter", [""])[0])]
        wanted.sort(key=lambda entry: entry["ContentDate"]["Start"])
        answer = {"@odata.context": "$metadata#Products(Attributes(),Assets())", "value": wanted[skip : skip + top]}
        if skip + top < len(wanted) and skip + top <= MAX_SKIP:
            following = {**options, "$skip": [skip + top]}
            query = urlencode(following, doseq=True)
            answer["@odata.nextLink"] = f"https://{CATALOGUE}/odata/v1/Products?{query}"
        return self.json(handler, answer)

    def _landing(self, handler):
        """Answer the landing page."""
        search = {
            "rel": "search",
            "type": "application/geo+json",
            "method": "POST",
            "href": f"https://{STAC}/v1/search",
        }
        conforms = ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"]
        body = {"type": "Catalog", "id": "cdse", "stac_version": "1.1.0", "description": "a stand-in"}
        return self.json(handler, {**body, "conformsTo": conforms, "links": [search]})

    def _search(self, handler):
        handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        items = [product.item() for product in self.products.values()]
        return self.json(handler, {"type": "FeatureCollection", "features": items, "links": []})

    # downloads

    def _download(self, handler):
        path = urlsplit(handler.path).path
        with self._lock:
            number = self._numbers[path] = self._numbers.get(path, 0) + 1
            self._downloads += 1
            self.most_downloads = max(self.most_downloads, self._downloads)
            too_many = self._downloads > MAX_CONNECTIONS
        try:
            self._answer(handler, path, self.fault(path, number), too_many)
        finally:
            with self._lock:
                self._downloads -= 1

    def _answer(self, handler, path, fault, too_many):
        token = handler.headers.get("Authorization", "").removeprefix("Bearer ")
        if self._tokens.get(token, 0) < time.monotonic():
            return self.json(handler, {"detail": "Expired signature!" if token else "Unauthorized"}, 401)
        if too_many:
            return self.json(handler, {"code": "DAT-ZIP-100", "message": "Max session number 4 exceeded"}, 429)
        data = self._file(path)
        if data is None:
            return self.json(handler, {"detail": "Product not found in catalogue"}, 404)
        return (fault or Fault())(self, handler, path, data)

    def _file(self, path):
        match = re.fullmatch(r"/odata/v1/Products\(([^)]+)\)((?:/Nodes\([^)]*\))*)/\$value", path)
        product = self.products.get(match.group(1)) if match else None
        if product is None:
            return None
        nodes = [unquote(node) for node in re.findall(r"/Nodes\(([^)]*)\)", match.group(2))]
        if not nodes:
            return product.zip()
        return product.files.get("/".join(nodes[1:])) if nodes[0] == product.name else None

    def send_file(self, handler, path, data, stop=None, length=None, ranges=None):
        """Answer with a file: from the byte that was asked for, up to byte ``stop``, saying it has ``length`` bytes."""
        wanted = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range") or "")
        start = int(wanted.group(1)) if wanted and (self.ranges if ranges is None else ranges) else 0
        total = len(data) if length is None else length
        etag = f'"{hashlib.md5(data).hexdigest()}"'
        if handler.headers.get("If-Range", etag) != etag:
            start = 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Type", "application/octet-stream")
        handler.send_header("Content-Length", str(max(total - start, 0)))
        handler.send_header("ETag", etag)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
        handler.end_headers()
        body = data[start:stop]
        sent = 0
        with contextlib.suppress(OSError):
            for offset in range(0, len(body), 1 << 16):
                piece = body[offset : offset + (1 << 16)]
                handler.wfile.write(piece)
                sent += len(piece)
                if self.bytes_per_s:
                    time.sleep(len(piece) / self.bytes_per_s)
        with self._lock:
            self.sent.setdefault(path, []).append((start, sent))
        if start + sent < total:
            handler.close_connection = True


@dataclasses.dataclass
class Fault:
    """How one download goes wrong; ``at`` is where, as a share of the file. Without a kind nothing does.

    Kinds: a status such as 429, ``drop``, ``stall`` (``seconds``), ``drip`` (a byte now and then), ``long`` and ``short`` (a wrong length), ``flip`` (a byte),
    ``truncate`` (fewer bytes, and a length that agrees), ``page`` (HTML), ``redirect`` (to ``target``).
    """

    kind: object = ""
    at: float = 0.5
    seconds: float = 3.0
    target: str = ""
    headers: dict = dataclasses.field(default_factory=dict)

    def __call__(self, server, handler, path, data):
        cut = int(len(data) * self.at)
        if isinstance(self.kind, int):
            bodies = {401: {"detail": "Expired signature!"}, 403: {"detail": "Forbidden"}}
            return server.json(
                handler, bodies.get(self.kind, {"code": "X", "message": "no"}), self.kind, **self.headers
            )
        if self.kind == "redirect":
            handler.send_response(302)
            handler.send_header("Location", self.target)
            handler.send_header("Content-Length", "0")
            return handler.end_headers()
        if self.kind == "page":
            return server.send_file(handler, path, b"<!DOCTYPE html><html>Sign in</html>", ranges=False)
        if self.kind == "truncate":
            return server.send_file(handler, path, data[: max(cut, 1)], ranges=False)
        if self.kind == "flip":
            broken = bytearray(data)
            broken[min(cut, len(data) - 1)] ^= 0x20
            return server.send_file(handler, path, bytes(broken), ranges=False)
        if self.kind in ("long", "short"):
            length = len(data) + 1000 if self.kind == "long" else max(len(data) - 7, 1)
            server.send_file(handler, path, data[:length], length=length, ranges=False)
            handler.close_connection = True
            return None
        if self.kind == "drop":
            return server.send_file(handler, path, data, stop=cut)
        if self.kind == "drip":
            server.send_file(handler, path, data, stop=cut)
            with contextlib.suppress(OSError):
                for place in range(cut, min(cut + 200, len(data))):
                    handler.wfile.write(data[place : place + 1])
                    time.sleep(self.seconds / 50)
            return None
        if self.kind == "stall":
            server.send_file(handler, path, data, stop=cut)
            with contextlib.suppress(OSError):
                handler.wfile.flush()
            time.sleep(self.seconds)
            return None
        return server.send_file(handler, path, data)


def _matches(entry, text):
    """Tell whether an entry passes a filter: the terms that the toolkit writes, and no others."""
    known = 0
    for term in re.split(r" and (?=Collection|Attributes|ContentDate|OData)", text):
        known += 1
        if match := re.fullmatch(r"Collection/Name eq '(.*)'", term):
            if not entry["Name"].startswith(f"S{match.group(1)[-1]}"):
                return False
        elif match := re.search(r"Name eq 'productType' .* eq '(.*)'\)$", term):
            if _attribute(entry, "productType") != match.group(1):
                return False
        elif match := re.search(r"Name eq 'cloudCover' .* le (.*)\)$", term):
            cloud = _attribute(entry, "cloudCover")
            if cloud is None or cloud > float(match.group(1)):
                return False
        elif match := re.fullmatch(r"ContentDate/Start (ge|lt) (.*)", term):
            start, limit = (
                datetime.datetime.fromisoformat(t.replace("Z", "+00:00")) for t in (_start(entry), match.group(2))
            )
            if not (start >= limit if match.group(1) == "ge" else start < limit):
                return False
        elif match := re.search(r"SRID=4326;(POLYGON.*)'\)$", term):
            geometry = entry.get("GeoFootprint")
            if geometry and not shapely.from_wkt(match.group(1)).intersects(shapely.geometry.shape(geometry)):
                return False
        else:
            raise ValueError(f"a term that the service does not know: {term}")
    return known > 0


def _start(entry):
    return entry["ContentDate"]["Start"][:26].rstrip("Z")[:26] + "+00:00"


def _attribute(entry, name):
    return next((a["Value"] for a in entry.get("Attributes") or [] if a["Name"] == name), None)
