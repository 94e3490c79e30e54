//! SQL by passthrough: it reads, and whatever else it tries is refused.

use serde_json::{Value, json};

use super::DomainClient;
use crate::support::sandbox::Answer;

async fn ask(plant: &DomainClient, sql: &str, parameters: &Value) -> Answer {
    plant.send("POST", "/api/passthrough", &json!({"method": "get", "sql": sql, "parameters": parameters})).await
}

async fn rows(plant: &DomainClient, sql: &str, parameters: &Value) -> Vec<Value> {
    let answer = ask(plant, sql, parameters).await.data();
    assert_eq!(answer["status"], 200, "{sql}");
    answer["body"]["rows"].as_array().expect("rows").clone()
}

#[tokio::test]
async fn a_select_sees_the_rows_of_the_api() {
    let plant = DomainClient::of("sap").await;
    let sql = "SELECT KEY, TOTAL_NET_VALUE FROM EKKO WHERE TOTAL_NET_VALUE >= ? ORDER BY 2 DESC LIMIT 3";
    let found = rows(&plant, sql, &json!([1000])).await;
    let amounts: Vec<f64> = found.iter().map(|row| row["TOTAL_NET_VALUE"].as_f64().expect("a number")).collect();
    assert!(amounts.len() == 3 && amounts.is_sorted_by(|a, b| a >= b) && amounts[2] >= 1000.0, "{amounts:?}");
    let key = found[0]["KEY"].as_str().expect("a key");
    let order = plant.get(&format!("/api/erp/purchase-orders/{key}")).await.data();
    assert_eq!(order["totalNetValue"].as_str().map(str::parse), Some(Ok(amounts[0])));

    let total = plant.get("/api/erp/purchase-orders").await.body["meta"]["total"].clone();
    assert_eq!(rows(&plant, "select count(*) as n from ekko", &Value::Null).await, [json!({"n": total})]);
    let sql = "WITH big AS (SELECT VENDOR_KEY, sum(TOTAL_NET_VALUE) AS spent FROM EKKO GROUP BY 1)
               SELECT v.NAME, b.spent FROM big b JOIN LFA1 v ON v.KEY = b.VENDOR_KEY ORDER BY b.spent DESC LIMIT :most";
    let found = rows(&plant, sql, &json!({"most": 2})).await;
    assert!(found.len() == 2 && found[0]["spent"].as_f64() >= found[1]["spent"].as_f64(), "{found:?}");
    let whole = ask(&plant, "SELECT * FROM EKPO", &Value::Null).await.data();
    assert_eq!(
        (whole["body"]["rows"].as_array().map(Vec::len), &whole["body"]["truncated"]),
        (Some(500), &json!(true))
    );
    let columns = whole["body"]["columns"].as_array().expect("columns");
    assert!(columns.contains(&json!("LINE_NO")) && columns.len() > 15, "{columns:?}");
}

#[tokio::test]
async fn what_was_written_is_seen_and_names_with_dashes_have_plain_ones() {
    let plant = DomainClient::of("upkeep").await;
    let asset = plant.get("/api/eam/assets").await.data()[0]["key"].clone();
    let body = json!({"title": "Only in SQL", "assetKey": asset, "severity": "High", "scheduledAt": "2026-03-02"});
    let made = plant.send("POST", "/api/eam/work-orders", &body).await.data();
    for table in ["work_orders", "\"work-orders\""] {
        let sql = format!("SELECT key, code FROM {table} WHERE title = ?");
        let found = rows(&plant, &sql, &json!(["Only in SQL"])).await;
        assert_eq!(found.len(), 1, "{table}");
        assert_eq!(found[0]["key"], made["key"]);
    }
    let other = DomainClient::of("upkeep").await;
    let found = rows(&other, "SELECT count(*) n FROM work_orders WHERE title = 'Only in SQL'", &Value::Null).await;
    assert_eq!(found, [json!({"n": 0})], "a connection sees its own data");
}

#[tokio::test]
async fn whatever_would_change_or_reach_something_is_refused() {
    let plant = DomainClient::of("sap").await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("out.db");
    let before = rows(&plant, "SELECT count(*) n FROM EKKO", &Value::Null).await;
    let there = file.display();
    let attacks = [
        "DROP TABLE EKKO".to_owned(),
        "DELETE FROM EKKO".into(),
        "UPDATE EKKO SET KEY = 'x'".into(),
        "INSERT INTO EKKO DEFAULT VALUES".into(),
        "INSERT INTO EKKO (KEY) VALUES ('x') RETURNING KEY".into(),
        "REPLACE INTO EKKO (KEY) VALUES ('x')".into(),
        "WITH x AS (SELECT 1) DELETE FROM EKKO".into(),
        "CREATE TABLE mine (a)".into(),
        "CREATE TEMP TABLE mine AS SELECT * FROM EKKO".into(),
        "CREATE VIEW v AS SELECT 1".into(),
        "CREATE TRIGGER t AFTER INSERT ON EKKO BEGIN SELECT 1; END".into(),
        "ALTER TABLE EKKO ADD COLUMN x".into(),
        "SELECT 1; DROP TABLE EKKO".into(),
        "SELECT 1;; DELETE FROM EKKO".into(),
        "EXPLAIN SELECT * FROM EKKO".into(),
        "EXPLAIN QUERY PLAN SELECT * FROM EKKO".into(),
        "PRAGMA query_only = off".into(),
        "PRAGMA writable_schema = 1".into(),
        "SELECT * FROM pragma_table_list".into(),
        "SELECT * FROM sqlite_master".into(),
        "SELECT sql FROM sqlite_schema".into(),
        "SELECT * FROM sqlite_temp_master".into(),
        format!("ATTACH '{there}' AS other"),
        format!("VACUUM INTO '{there}'"),
        "VACUUM".into(),
        "REINDEX".into(),
        "ANALYZE".into(),
        "BEGIN IMMEDIATE".into(),
        "COMMIT".into(),
        "SAVEPOINT s".into(),
        "SELECT load_extension('/tmp/x.so')".into(),
        "SELECT readfile('/etc/passwd')".into(),
        "SELECT writefile('/tmp/x', 'x')".into(),
        "SELECT zeroblob(1000000000)".into(),
        "SELECT randomblob(100000000)".into(),
        "SELECT printf('%1000000000d', 1)".into(),
        "SELECT sqlite_version()".into(),
        "SELECT fts3_tokenizer('simple')".into(),
        "SELECT * FROM json_each('[1]')".into(),
        "SELECT * FROM generate_series(1, 10)".into(),
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n".into(),
        "SELECT count(*) FROM EKPO a, EKPO b, EKPO c".into(),
        format!("SELECT {}'x'{}", "replace(".repeat(6), ", 'x', 'xxxxxxxxxxxxxxxxxxxx')".repeat(6)),
        format!("SELECT {}1", "NOT ".repeat(2_000)),
        format!("SELECT '{}'", "x".repeat(30_000)),
        String::from("\0"),
        "SELECT".into(),
        ";".into(),
        "SELECT NOPE FROM EKKO".into(),
        "SELECT * FROM NOPE".into(),
        "SELECT ? FROM EKKO".into(),
    ];
    for sql in &attacks {
        let answer = ask(&plant, sql, &Value::Null).await;
        let shown: String = sql.chars().take(80).collect();
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{shown}: {}", answer.body);
        assert!(answer.body["error"]["details"].get("sql").is_some(), "{shown}: {}", answer.body);
    }
    // A pattern that would end the process: SQLite calls itself for each of its signs.
    for (sql, sign) in
        [("SELECT count(*) n FROM EKKO WHERE ? LIKE ?", "%"), ("SELECT count(*) n FROM EKKO WHERE ? GLOB ?", "*")]
    {
        let long = json!(["a".repeat(190_000), format!("{sign}a").repeat(24_000)]);
        let answer = ask(&plant, sql, &long).await;
        assert_eq!(answer.refusal(), (422, "VALIDATION_FAILED"), "{sql}: {}", answer.body);
        let short = rows(&plant, sql, &json!(["abc".repeat(100), format!("{sign}c").repeat(50)])).await;
        assert_ne!(short, [json!({ "n": 0 })], "{sql}");
    }
    assert!(!file.exists(), "nothing was written beside");
    assert_eq!(rows(&plant, "SELECT count(*) n FROM EKKO", &Value::Null).await, before);
    let unknown = ask(&plant, "SELECT * FROM NOPE", &Value::Null).await;
    assert!(unknown.body.to_string().contains("EKKO"), "known tables are named: {}", unknown.body);
}
