// What Swift needs of OpenSSL 3.0: the headers, and a `static inline` function for each macro and
// each typed stack accessor that the importer cannot see.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// MARK: libcrypto

static inline void *shim_malloc(size_t count) { return OPENSSL_malloc(count); }

static inline void shim_clear_free(void *memory, size_t count) {
    OPENSSL_clear_free(memory, count);
}

static inline int shim_gcm_get_tag(EVP_CIPHER_CTX *context, void *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, count, tag);
}

static inline int shim_gcm_set_tag(EVP_CIPHER_CTX *context, const void *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, count, (void *)tag);
}

// EVP_MAC_init with the digest named; the context keeps the key until it is freed.
static inline int shim_hmac_sha256_init(EVP_MAC_CTX *context, const uint8_t *key, size_t count) {
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA2-256", 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, count, params);
}

// EVP_KDF_derive for HKDF with SHA-256, extract and expand (RFC 5869).
static inline int shim_hkdf_sha256(
    EVP_KDF_CTX *context, const uint8_t *key, size_t key_count, const uint8_t *salt,
    size_t salt_count, const uint8_t *info, size_t info_count, uint8_t *out, size_t out_count) {
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA2-256", 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, key_count),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
        OSSL_PARAM_construct_end(),
    };
    return EVP_KDF_derive(context, out, out_count, params);
}
