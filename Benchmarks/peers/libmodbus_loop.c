/* What libmodbus takes to read 125 holding registers over TCP on loopback, in microseconds a request.
   cc -O2 -o loop libmodbus_loop.c -lmodbus && ./loop 10000 */
#include <modbus/modbus.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void serve(modbus_t *server, int listener) {
    modbus_mapping_t *mapping = modbus_mapping_new(0, 0, 200, 0);
    uint8_t query[MODBUS_TCP_MAX_ADU_LENGTH];
    modbus_tcp_accept(server, &listener);
    for (int length; (length = modbus_receive(server, query)) >= 0;)
        if (length > 0) modbus_reply(server, query, length, mapping);
    modbus_mapping_free(mapping);
    exit(0);
}

int main(int count, char **words) {
    int requests = count > 1 ? atoi(words[1]) : 10000;
    modbus_t *server = modbus_new_tcp("127.0.0.1", 15028);
    int listener = modbus_tcp_listen(server, 1);
    if (listener < 0) return perror("listen"), 1;
    pid_t child = fork();
    if (child == 0) serve(server, listener);

    modbus_t *client = modbus_new_tcp("127.0.0.1", 15028);
    uint16_t registers[125];
    if (modbus_connect(client)) return perror("connect"), 1;
    for (int i = 0; i < requests / 10; i++)
        if (modbus_read_registers(client, 0, 125, registers) != 125) return perror("read"), 1;
    double start = now();
    for (int i = 0; i < requests; i++)
        if (modbus_read_registers(client, 0, 125, registers) != 125) return perror("read"), 1;
    printf("%.3f\n", (now() - start) / requests);
    modbus_close(client);
    waitpid(child, NULL, 0);
    return 0;
}
