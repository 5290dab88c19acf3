# One image a service: docker build --target trainer|scorer|monitor|inference-api|orchestrator .
# SPDX-License-Identifier: Apache-2.0

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# The repository of a cache mount outlives the layer, so that a change of code downloads nothing.
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -q -B -Pfast -DskipTests -pl trainer,scorer,monitor,inference-api,orchestrator -am \
      package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib \
 && for service in trainer scorer monitor inference-api orchestrator; do \
      mkdir -p "/out/$service" \
   && cp "$service"/target/lib/*.jar "$service"/target/*.jar "/out/$service/"; \
    done

FROM eclipse-temurin:25-jre AS service
COPY --chmod=755 compose/healthy /opt/odometer/healthy
# /scratch takes what is too large for memory: native libraries, tables under way. /tmp may be a tmpfs.
RUN mkdir /scratch && chown 10001:10001 /scratch
USER 10001:10001
WORKDIR /scratch
ENV ODOMETER_HTTP_HOST=0.0.0.0 \
    JAVA_TOOL_OPTIONS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+ExitOnOutOfMemoryError -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -Djava.io.tmpdir=/scratch -Dorg.bytedeco.javacpp.cachedir=/scratch/javacpp"
# Compose shortens the interval while a service starts; see docker-compose.yml.
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s --retries=3 CMD ["/opt/odometer/healthy"]

FROM service AS trainer
USER root
# XGBoost's library is linked against OpenMP, which the JRE image lacks.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 \
 && rm -rf /var/lib/apt/lists/*
USER 10001:10001
COPY --from=build /out/trainer /opt/odometer/lib
ENV ODOMETER_HTTP_PORT=8081
EXPOSE 8081
CMD ["java", "-cp", "/opt/odometer/lib/*", "io.odometer.trainer.TrainerMain"]

FROM service AS scorer
USER root
# DuckDB's library, which its driver unpacks to /scratch, is linked against the C++ runtime, which the JRE image may lack.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libstdc++6 \
 && rm -rf /var/lib/apt/lists/*
USER 10001:10001
COPY --from=build /out/scorer /opt/odometer/lib
ENV ODOMETER_HTTP_PORT=8082
EXPOSE 8082
CMD ["java", "-cp", "/opt/odometer/lib/*", "io.odometer.scorer.ScorerMain"]

FROM service AS monitor
COPY --from=build /out/monitor /opt/odometer/lib
ENV ODOMETER_HTTP_PORT=8083
EXPOSE 8083
CMD ["java", "-cp", "/opt/odometer/lib/*", "io.odometer.monitor.MonitorMain"]

FROM service AS inference-api
COPY --from=build /out/inference-api /opt/odometer/lib
ENV ODOMETER_HTTP_PORT=8080
EXPOSE 8080
CMD ["java", "-cp", "/opt/odometer/lib/*", "io.odometer.inference.InferenceApiMain"]

FROM service AS orchestrator
COPY --from=build /out/orchestrator /opt/odometer/lib
ENV ODOMETER_HTTP_PORT=8090
EXPOSE 8090
CMD ["java", "-cp", "/opt/odometer/lib/*", "io.odometer.orchestrator.OrchestratorMain"]
