# SPDX-License-Identifier: Apache-2.0
"""Calls an endpoint as a SageMaker client does. Usage: invoke.py URL ENDPOINT; prints one JSON object."""
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

runtime = boto3.client(
    "sagemaker-runtime",
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id="any",
    aws_secret_access_key="any",
    config=Config(retries={"max_attempts": 0}),
)


def invoke(body, content_type, accept=None, **more):
    arguments = {"EndpointName": sys.argv[2], "Body": body, "ContentType": content_type, **more}
    if accept:
        arguments["Accept"] = accept
    answer = runtime.invoke_endpoint(**arguments)
    return {"type": answer["ContentType"], "body": answer["Body"].read().decode()}


row = '1250,Diesel,2020-03-04,1248 CC'
record = {"features": [1250, "Diesel", "2020-03-04", "1248 CC"]}
results = {
    "csv": invoke(row + "\n" + row, "text/csv"),
    "csvToJson": invoke(row, "text/csv", "application/json"),
    "json": invoke(json.dumps({"instances": [record, record]}), "application/json"),
    "jsonToCsv": invoke(json.dumps({"instances": [record]}), "application/json", "text/csv"),
    "lines": invoke(json.dumps(record) + "\n" + json.dumps(record), "application/jsonlines"),
    "traced": invoke(row, "text/csv", InferenceId="id-1", CustomAttributes="a=b"),
}
for name, endpoint, body in [("absent", "no-such", row), ("unusable", sys.argv[2], "1,2")]:
    try:
        runtime.invoke_endpoint(EndpointName=endpoint, Body=body, ContentType="text/csv")
        results[name] = 200
    except ClientError as error:
        results[name] = error.response["ResponseMetadata"]["HTTPStatusCode"]
print(json.dumps(results))
