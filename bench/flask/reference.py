"""The same brief as a small Flask application: four services, two random numbers, one rule, one row a draw.

What it leaves out makes it cheaper, never dearer: no seals, no signatures, no lock, no checks, one row without an index.
Calls go through the standard library, which costs less than `requests`; connections to PostgreSQL are kept.
"""

import json
import os
import secrets
from http.client import HTTPConnection

import psycopg2
from flask import Flask, jsonify, request


def random_service():
    app = Flask(__name__)

    @app.get("/random")
    def random():
        return jsonify(value=secrets.token_hex(32))

    return app


def rules_service():
    app = Flask(__name__)

    @app.post("/outcome")
    def outcome():
        asked = request.get_json()
        seed = int(asked["a"], 16) ^ int(asked["b"], 16)
        entries = list(range(asked["count"]))
        winners = []
        for _ in range(asked["winners"]):
            seed, place = divmod(seed, len(entries))
            winners.append(entries.pop(place))
        return jsonify(winners=winners)

    return app


def call(port, method, path, body=None):
    connection = HTTPConnection("127.0.0.1", int(port))
    try:
        headers = {"content-type": "application/json"} if body else {}
        connection.request(method, path, json.dumps(body) if body else None, headers)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def draws_service():
    app = Flask(__name__)
    kept = {}

    def database():
        if "database" not in kept:
            kept["database"] = psycopg2.connect(os.environ["DATABASE_URL"])
        return kept["database"]

    @app.get("/")
    def home():
        return "here"

    @app.post("/draws")
    def make():
        asked = request.get_json()
        a = call(os.environ["RANDOM_A"], "GET", "/random")["value"]
        b = call(os.environ["RANDOM_B"], "GET", "/random")["value"]
        wanted = {"a": a, "b": b, "count": len(asked["entries"]), "winners": asked["params"]["winners"]}
        places = call(os.environ["RULES"], "POST", "/outcome", wanted)["winners"]
        winners = [asked["entries"][place] for place in places]
        with database() as transaction, transaction.cursor() as cursor:
            cursor.execute(
                "insert into flask_draw (title, entries, a, b, winners) values (%s, %s, %s, %s, %s) returning id",
                (asked["title"], json.dumps(asked["entries"]), a, b, json.dumps(winners)),
            )
            (number,) = cursor.fetchone()
        return jsonify(id=number, winners=winners), 201

    return app


app = {"random": random_service, "rules": rules_service, "draws": draws_service}[os.environ["SERVICE"]]()
